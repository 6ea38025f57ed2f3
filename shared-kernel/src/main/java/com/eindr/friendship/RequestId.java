package com.eindr.friendship;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A request as the one who asks knows it. A request to a user has the id of the {@linkplain FriendshipId pair}; one to an
 * address has an id of its own, which says nothing about whose address it is.
 */
public record RequestId(UUID value) {
    private static final int DERIVED = 8;

    public RequestId {
        requireNonNull(value, "value");
    }

    public static RequestId of(FriendshipId pair) {
        return new RequestId(pair.value());
    }

    /** Whether it was made to an address: ids of pairs are derived, ids of invitations are ordered by time. */
    public boolean isInvitation() {
        return value.version() != DERIVED;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

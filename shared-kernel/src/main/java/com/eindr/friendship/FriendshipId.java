package com.eindr.friendship;

import static java.util.Objects.requireNonNull;

import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
import java.util.UUID;

/**
 * What is between two people. It follows from the pair, whoever is named first, so that two requests that cross meet in
 * one aggregate.
 */
public record FriendshipId(UUID value) {
    public FriendshipId {
        requireNonNull(value, "value");
    }

    /** Of two people, in any order. */
    public static FriendshipId of(UserId one, UserId other) {
        boolean inOrder = one.compareTo(other) <= 0;
        UserId first = inOrder ? one : other;
        UserId second = inOrder ? other : one;
        return new FriendshipId(DerivedUuid.of("friendship", first.value(), second.value()));
    }

    public static FriendshipId of(String text) {
        return new FriendshipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

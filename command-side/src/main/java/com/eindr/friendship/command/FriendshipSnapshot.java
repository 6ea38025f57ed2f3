package com.eindr.friendship.command;

import static java.util.Objects.requireNonNull;

import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.Permissions;
import com.eindr.friendship.RequestId;
import com.eindr.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What has become of two people, in plain values. Not a fact: it may be thrown away at any time. Raise the revision whenever the
 * form changes, and also when events come to mean something else to {@link Friendship}, {@link Sides} or {@link Side}.
 *
 * @param sides of those of the two to whom anything has happened
 */
@Revision("1")
record FriendshipSnapshot(FriendshipId friendshipId, boolean friends, List<Person> sides) {
    FriendshipSnapshot {
        requireNonNull(friendshipId, "friendshipId");
        sides = List.copyOf(sides);
    }

    /** One of the two; each field is what it is in {@link Side}. */
    record Person(
            UserId user,
            boolean asks,
            List<RequestId> invitations,
            boolean isBeforeTheOther,
            boolean declines,
            boolean blocks,
            Permissions grants,
            long seen,
            int usesOfTheDay,
            int debtsOfTheDay,
            @Nullable LocalDate dayOfUses) {
        Person {
            requireNonNull(user, "user");
            invitations = List.copyOf(invitations);
            requireNonNull(grants, "grants");
        }
    }
}

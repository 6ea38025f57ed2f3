package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen between two people. Stored for ever; what each of them sees of it is {@link #isSeenBy}. */
public sealed interface FriendshipEvent {

    FriendshipId friendshipId();

    /** Who acted. */
    UserId by();

    /** The other of the two. */
    UserId other();

    /** Whether a person's view of the pair changed. What somebody does not see must not show in any number either. */
    boolean isSeenBy(UserId user);

    /** An event that only the one who acted knows of. */
    sealed interface Silent extends FriendshipEvent {
        @Override
        default boolean isSeenBy(UserId user) {
            return user.equals(by());
        }
    }

    /** An event that both know of. */
    sealed interface Mutual extends FriendshipEvent {
        @Override
        default boolean isSeenBy(UserId user) {
            return user.equals(by()) || user.equals(other());
        }
    }

    /**
     * A person wants to be friends.
     *
     * @param delivered whether the other is asked now; not where they block the person, have declined or were asked
     *     before, or take no requests
     * @param invitation the request to an address by which this came about: then the person does not know whom they ask
     */
    @Revision("1")
    record FriendshipRequested(
            FriendshipId friendshipId,
            UserId by,
            UserId other,
            boolean delivered,
            @Nullable RequestId invitation) implements FriendshipEvent {
        @Override
        public boolean isSeenBy(UserId user) {
            return (user.equals(by) && invitation == null) || (user.equals(other) && delivered);
        }
    }

    /** They are friends: the other had asked, and the person agreed, perhaps by asking too. */
    @Revision("1")
    record FriendshipAccepted(FriendshipId friendshipId, UserId by, UserId other) implements Mutual {}

    /** The person does not want to; the other is not told. */
    @Revision("1")
    record RequestDeclined(FriendshipId friendshipId, UserId by, UserId other) implements Silent {}

    /**
     * The person asks no longer.
     *
     * @param delivered whether the other had the request before them, and has it no more
     * @param invitation the request to an address that this was; null where the person named the other
     */
    @Revision("1")
    record RequestWithdrawn(
            FriendshipId friendshipId,
            UserId by,
            UserId other,
            boolean delivered,
            @Nullable RequestId invitation) implements FriendshipEvent {
        @Override
        public boolean isSeenBy(UserId user) {
            return (user.equals(by) && invitation == null) || (user.equals(other) && delivered);
        }
    }

    /** They are friends no longer. */
    @Revision("1")
    record FriendshipEnded(FriendshipId friendshipId, UserId by, UserId other) implements Mutual {}

    /** The person wants nothing to do with the other, who is not told. */
    @Revision("1")
    record UserBlocked(FriendshipId friendshipId, UserId by, UserId other) implements Silent {}

    /** The person blocks the other no longer. */
    @Revision("1")
    record UserUnblocked(FriendshipId friendshipId, UserId by, UserId other) implements Silent {}

    /** The person lets the other do something else than before. */
    @Revision("1")
    record PermissionsSet(FriendshipId friendshipId, UserId by, UserId other, Permissions permissions)
            implements Silent {}

    /**
     * The person made use of what the other lets them do. It changes nobody's view of the pair; it is counted.
     *
     * @param permission what the other had set at that moment
     */
    @Revision("1")
    record PermissionUsed(
            FriendshipId friendshipId, UserId by, UserId other, Kind kind, Permission permission, Instant usedAt)
            implements FriendshipEvent {
        @Override
        public boolean isSeenBy(UserId user) {
            return false;
        }
    }
}

package com.eindr.friendship;

import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Every order that concerns two people. Each says who acts, and is decided by what that person can see: nothing in an
 * answer depends on what the other did in silence.
 */
public sealed interface FriendshipCommand {

    FriendshipId friendshipId();

    UserId by();

    /**
     * Asks somebody to be friends; repeating it changes nothing. Where the other has asked already, they are friends at
     * once.
     *
     * @param takesRequests whether the other wants to hear of requests; if not, this looks like one nobody answers
     * @param invitation the request to an address that led here, which was counted before; null where the person who asks
     *     named the other
     */
    record RequestFriendship(
            @TargetAggregateIdentifier FriendshipId friendshipId,
            UserId by,
            UserId other,
            boolean takesRequests,
            @Nullable RequestId invitation)
            implements FriendshipCommand {}

    /** Repeating it changes nothing. */
    record AcceptRequest(@TargetAggregateIdentifier FriendshipId friendshipId, UserId by)
            implements FriendshipCommand {}

    /** In silence: to the one who asked, the request stays open. Repeating it changes nothing. */
    record DeclineRequest(@TargetAggregateIdentifier FriendshipId friendshipId, UserId by)
            implements FriendshipCommand {}

    /**
     * Takes the person's own request back, whether or not the other ever saw it.
     *
     * @param invitation the request to an address that is taken back; null for the one by which the other was named
     */
    record WithdrawRequest(
            @TargetAggregateIdentifier FriendshipId friendshipId,
            UserId by,
            @Nullable RequestId invitation) implements FriendshipCommand {}

    record EndFriendship(@TargetAggregateIdentifier FriendshipId friendshipId, UserId by)
            implements FriendshipCommand {}

    /** Ends what there is, and from now on nothing of the other arrives. Repeating it changes nothing. */
    record BlockUser(@TargetAggregateIdentifier FriendshipId friendshipId, UserId by, UserId other)
            implements FriendshipCommand {}

    record UnblockUser(@TargetAggregateIdentifier FriendshipId friendshipId, UserId by) implements FriendshipCommand {}

    /** Changes the permissions that are mentioned. */
    record SetPermissions(
            @TargetAggregateIdentifier FriendshipId friendshipId,
            UserId by,
            Patch<Permission> reminders,
            Patch<Permission> notes,
            Patch<Permission> debts)
            implements FriendshipCommand {}
}

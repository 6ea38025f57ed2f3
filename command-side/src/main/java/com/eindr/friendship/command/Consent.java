package com.eindr.friendship.command;

import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.friendship.ProposalCommand.Propose;
import com.eindr.friendship.ProposalEvent.Proposed;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Instant;

/** Whether a friend may propose something, and the recipient may still accept it. */
public final class Consent {
    private final Friendships friendships;
    private final Entitlements entitlements;
    private final FriendshipPolicy policy;

    public Consent(Friendships friendships, Entitlements entitlements, FriendshipPolicy policy) {
        this.friendships = friendships;
        this.entitlements = entitlements;
        this.policy = policy;
    }

    /**
     * What the recipient lets the sender do; counts as done. The sender's plan pays. A recipient whose plan is to create
     * nothing new is asked even if they allow it, and can accept once they have another.
     *
     * @throws com.eindr.shared.Refusal if they are no friends, enough was proposed today, or the sender's plan has no more
     */
    Permission toPropose(Propose command, Kind kind, Instant now) {
        Permission permission = friendships.use(command.from(), command.to(), kind, now);
        entitlements.takeWith(command.from(), Feature.SHARING, command.to().value(), now);
        return permission == Permission.ALLOW && !mayHave(command.to(), kind, now) ? Permission.ASK : permission;
    }

    /** @throws com.eindr.shared.Refusal if they are friends no longer, or the recipient's plan creates nothing new */
    void toAccept(Proposed proposed, Instant now) {
        if (!friendships.areFriends(proposed.from(), proposed.to())) {
            throw FriendshipRefusal.PROPOSAL_SETTLED.refusal();
        }
        entitlements.require(proposed.to(), feature(proposed.kind()), now);
    }

    Instant expiryOf(Instant proposedAt) {
        return proposedAt.plus(policy.proposalsExpireAfter());
    }

    private boolean mayHave(UserId recipient, Kind kind, Instant now) {
        try {
            entitlements.require(recipient, feature(kind), now);
            return true;
        } catch (Refusal locked) {
            return false;
        }
    }

    private static Feature feature(Kind kind) {
        return switch (kind) {
            case REMINDERS -> Feature.REMINDERS;
            case NOTES -> Feature.NOTES;
            case DEBTS -> Feature.DEBTS;
        };
    }
}

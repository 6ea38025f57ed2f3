package com.eindr.ledger.command;

import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.friendship.FriendConsent;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** With whom somebody may have debts, and what the other lets them do. */
public final class Counterparties {
    private final FriendConsent friends;
    private final Entitlements entitlements;

    public Counterparties(FriendConsent friends, Entitlements entitlements) {
        this.friends = friends;
        this.entitlements = entitlements;
    }

    /**
     * What the counterparty lets the recorder do; counts as done. The recorder's plan pays. A counterparty whose plan is to
     * create nothing new is asked even if they allow it, and can accept once they have another.
     *
     * @return null for a mere contact, who is not asked
     * @throws Refusal if they are no friends, enough was recorded today, or the recorder's plan has no more
     */
    @Nullable
    Permission toRecord(UserId by, Party counterparty, Instant now) {
        requireOther(by, counterparty);
        if (!counterparty.isUser()) {
            entitlements.take(by, Feature.DEBTS, now);
            return null;
        }
        UserId other = counterparty.userId();
        Permission permission = friends.use(by, other, Kind.DEBTS, now);
        entitlements.take(by, Feature.DEBTS, now);
        entitlements.takeWith(by, Feature.SHARING, other.value(), now);
        return permission == Permission.ALLOW && !mayHave(other, now) ? Permission.ASK : permission;
    }

    /**
     * What the friend lets somebody do who says that a contact was them; counts as recording a debt with them. Where they
     * allow debts unasked they are asked all the same: this is about what was said when they could not be.
     *
     * @throws Refusal if they are no friends, enough was recorded today, or the plan has no more
     */
    Permission toMove(UserId by, UserId friend, Instant now) {
        requireOther(by, Party.user(friend));
        Permission permission = friends.use(by, friend, Kind.DEBTS, now);
        entitlements.require(by, Feature.DEBTS, now);
        entitlements.takeWith(by, Feature.SHARING, friend.value(), now);
        return permission;
    }

    /**
     * Whether the two are still friends.
     *
     * @throws Refusal if the plan of the one who accepts creates nothing new
     */
    boolean mayAcceptFrom(UserId proposer, UserId by, Instant now) {
        entitlements.require(by, Feature.DEBTS, now);
        return friends.areFriends(proposer, by);
    }

    /** @throws Refusal if the counterparty's plan creates nothing new */
    void toAccept(Party counterparty, Instant now) {
        entitlements.require(counterparty.userId(), Feature.DEBTS, now);
    }

    /**
     * Settling takes no plan: what was owed before a plan ended can still be paid. Nor does it take a friendship where
     * something is owed: neither the end of one nor a block makes anybody owe less.
     *
     * @param owed whether something is owed between the two in the currency that is settled
     * @throws Refusal if nothing is owed, and they are no friends
     */
    void toSettle(UserId by, Party counterparty, BooleanSupplier owed) {
        requireOther(by, counterparty);
        if (counterparty.isUser() && !owed.getAsBoolean()) {
            friends.requireFriends(by, counterparty.userId());
        }
    }

    private static void requireOther(UserId by, Party counterparty) {
        if (counterparty.isUser(by)) {
            throw Refusal.ofField(LedgerRefusal.NOT_ONESELF, "counterparty", LedgerRefusal.NOT_ONESELF.title() + ".");
        }
        if (!counterparty.userId().equals(by) && !counterparty.isUser()) {
            throw new IllegalArgumentException("a contact of somebody else: " + counterparty);
        }
    }

    private boolean mayHave(UserId counterparty, Instant now) {
        try {
            entitlements.require(counterparty, Feature.DEBTS, now);
            return true;
        } catch (Refusal locked) {
            return false;
        }
    }
}

package com.eindr.ledger;

import com.eindr.friendship.Permission;
import com.eindr.shared.Money;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the moving of debts from a contact to a friend. Stored for ever. */
public sealed interface DebtMoveEvent {

    DebtMoveId moveId();

    UserId proposedBy();

    UserId friend();

    /** Whether a person may know of it: the friend only of what was put before them. */
    default boolean isSeenBy(UserId user) {
        return user.equals(proposedBy()) || user.equals(friend());
    }

    /** An event of a move that the friend may never have been asked about. */
    sealed interface Undelivered extends DebtMoveEvent {
        /** Whether the friend ever saw it. */
        boolean delivered();

        @Override
        default boolean isSeenBy(UserId user) {
            return user.equals(proposedBy()) || (delivered() && user.equals(friend()));
        }
    }

    /**
     * Somebody says that a contact of theirs is a friend.
     *
     * @param contact for the proposer alone: nobody is told under which name they were kept
     * @param permission what the friend let the proposer do at that moment
     * @param balances what would be owed with the friend instead, each in its currency; positive is owed to the proposer
     */
    @Revision("1")
    record DebtMoveProposed(
            DebtMoveId moveId,
            UserId proposedBy,
            Party contact,
            UserId friend,
            Permission permission,
            List<Money> balances,
            Instant expiresAt,
            Instant proposedAt)
            implements Undelivered {
        public DebtMoveProposed {
            balances = List.copyOf(balances);
        }

        @Override
        public boolean delivered() {
            return permission != Permission.DENY;
        }
    }

    /** It counts from now on; the entries, two for each currency, are in the log just before this. */
    @Revision("1")
    record DebtMoveAccepted(DebtMoveId moveId, UserId proposedBy, UserId friend, Instant at) implements DebtMoveEvent {}

    /** The friend says that it is not so. */
    @Revision("1")
    record DebtMoveDisputed(
            DebtMoveId moveId,
            UserId proposedBy,
            UserId friend,
            @Personal(of = "friend") @Nullable String reason,
            Instant at)
            implements DebtMoveEvent {}

    /**
     * It has been taken back.
     *
     * @param byProposer whether they did it; not where the two are friends no more
     */
    @Revision("1")
    record DebtMoveWithdrawn(
            DebtMoveId moveId, UserId proposedBy, UserId friend, boolean delivered, boolean byProposer, Instant at)
            implements Undelivered {}

    /** The friend did not answer in time. */
    @Revision("1")
    record DebtMoveExpired(DebtMoveId moveId, UserId proposedBy, UserId friend, boolean delivered, Instant at)
            implements Undelivered {}
}

package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a settlement. Stored for ever. */
public sealed interface SettlementEvent {

    SettlementId settlementId();

    UserId proposedBy();

    Party counterparty();

    default boolean isSeenBy(UserId user) {
        return user.equals(proposedBy()) || counterparty().isUser(user);
    }

    /**
     * Somebody says that a payment was made.
     *
     * @param amount how much of what the payer owes is settled by it
     * @param paid what was paid, where that is another currency; null where it is the amount itself
     * @param paidOn the day of the proposal, where the one was who made it
     * @param nudgesAt when the counterparty is reminded; never with a mere contact
     * @param expiresAt null with a mere contact
     */
    @Revision("1")
    record SettlementProposed(
            SettlementId settlementId,
            UserId proposedBy,
            Party counterparty,
            Party payer,
            Money amount,
            @Nullable Money paid,
            LocalDate paidOn,
            List<Instant> nudgesAt,
            @Nullable Instant expiresAt,
            Instant proposedAt)
            implements SettlementEvent {
        public SettlementProposed {
            nudgesAt = List.copyOf(nudgesAt);
        }

        public Party payee() {
            return payer.isUser(proposedBy) ? counterparty : Party.user(proposedBy);
        }
    }

    /**
     * The counterparty has been reminded.
     *
     * @param number 1 for the first time
     */
    @Revision("1")
    record SettlementNudged(SettlementId settlementId, UserId proposedBy, Party counterparty, int number, Instant at)
            implements SettlementEvent {}

    /**
     * It counts from now on; the entry is in the log just before this.
     *
     * @param asked whether the counterparty was; a mere contact is not
     */
    @Revision("1")
    record SettlementConfirmed(
            SettlementId settlementId, UserId proposedBy, Party counterparty, boolean asked, Instant at)
            implements SettlementEvent {}

    /** The counterparty says that it is not so. */
    @Revision("1")
    record SettlementRejected(SettlementId settlementId, UserId proposedBy, Party counterparty, Instant at)
            implements SettlementEvent {}

    /** Whoever proposed it has taken it back. */
    @Revision("1")
    record SettlementWithdrawn(SettlementId settlementId, UserId proposedBy, Party counterparty, Instant at)
            implements SettlementEvent {}

    /** Nobody answered in time. */
    @Revision("1")
    record SettlementExpired(SettlementId settlementId, UserId proposedBy, Party counterparty, Instant at)
            implements SettlementEvent {}

    /** Whoever recorded it with a mere contact has undone it; the entry that does so is in the log just before this. */
    @Revision("1")
    record SettlementReversed(
            SettlementId settlementId,
            UserId proposedBy,
            Party counterparty,
            @Personal(of = "proposedBy") @Nullable String reason,
            Instant at)
            implements SettlementEvent {}
}

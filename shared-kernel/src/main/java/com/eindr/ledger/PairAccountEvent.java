package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** Everything that can happen to the account of two parties in one currency. Stored for ever. */
public sealed interface PairAccountEvent {

    PairAccountId accountId();

    /**
     * A balanced posting: from now on the debtor owes the creditor so much more, or is owed so much less. The same amount is
     * taken from the one and given to the other, so all postings together come to nothing.
     *
     * @param causeId the debt, the settlement, the netting or the move
     * @param occurredOn the day by which it counts, as whoever recorded it says
     * @param occurredAt the moment from which it counts
     * @param postedAt since when it is known
     */
    @Revision("1")
    record EntryPosted(
            PairAccountId accountId,
            Party debtor,
            Party creditor,
            Money amount,
            EntryCause cause,
            UUID causeId,
            LocalDate occurredOn,
            Instant occurredAt,
            Instant postedAt)
            implements PairAccountEvent {}

    /** So much of what the payer owes is put aside for a settlement until it is answered: it cannot be settled twice. */
    @Revision("1")
    record AmountHeld(PairAccountId accountId, SettlementId settlementId, UserId proposedBy, Party payer, Money amount)
            implements PairAccountEvent {}

    /** The settlement came to nothing, and what was put aside for it is owed as before. */
    @Revision("1")
    record HoldReleased(PairAccountId accountId, SettlementId settlementId) implements PairAccountEvent {}
}

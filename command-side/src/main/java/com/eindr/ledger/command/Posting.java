package com.eindr.ledger.command;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A balanced entry that is to be posted: the debtor owes the creditor so much more, or is owed so much less. */
record Posting(
        Party debtor,
        Party creditor,
        Money amount,
        EntryCause cause,
        UUID causeId,
        LocalDate occurredOn,
        Instant occurredAt,
        Instant postedAt) {

    PairAccountId accountId() {
        return PairAccountId.of(debtor, creditor, amount.currency());
    }

    /** The same the other way, and of the same day: as if it had never been, for whoever asks what is known now. */
    Posting undone(EntryCause why, Instant now) {
        return new Posting(
                /* debtor= */ creditor, /* creditor= */ debtor, amount, why, causeId, occurredOn, occurredAt, now);
    }
}

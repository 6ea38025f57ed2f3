package com.eindr.ledger.query;

import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.query.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of the table {@code ledger_entry}: what one party is owed more, or owes more, from a moment on, and since when that is
 * known. Rows are added and never changed.
 *
 * @param amount negative where the party owes
 * @param cause an {@link com.eindr.ledger.EntryCause}
 */
record Entry(
        long position,
        Party party,
        Party other,
        Standing standing,
        Money amount,
        String cause,
        UUID causeId,
        LocalDate occurredOn,
        Instant occurredAt,
        Instant recordedAt) {

    /** Whether an amount counts, or is only claimed. */
    enum Standing {
        NET,
        UNCONFIRMED,
        DISPUTED
    }

    static final Table<Entry> TABLE = Table.<Entry>named("ledger_entry")
            .key("position", "bigint", Entry::position)
            .key("user_id", "text", entry -> entry.party().userId())
            .key("contact", "text", entry -> entry.party().contact())
            .key("standing", "text", Entry::standing)
            .column("other_id", "text", entry -> entry.other().userId())
            .column("other_contact", "text", entry -> entry.other().contact())
            .column("currency", "text", entry -> entry.amount().currency())
            .column("amount", "bigint", entry -> entry.amount().minor())
            .column("cause", "text", Entry::cause)
            .column("cause_id", "uuid", Entry::causeId)
            .column("occurred_on", "date", Entry::occurredOn)
            .column("occurred_at", "timestamptz", Entry::occurredAt)
            .column("recorded_at", "timestamptz", Entry::recordedAt)
            .build();
}

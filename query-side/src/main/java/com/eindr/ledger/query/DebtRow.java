package com.eindr.ledger.query;

import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtStatus;
import com.eindr.ledger.DebtView;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code debt}.
 *
 * @param changedAt the position of the event that last changed it
 */
record DebtRow(
        DebtId id,
        UserId recordedBy,
        Party other,
        DebtDirection direction,
        Money amount,
        @Nullable String note,
        boolean delivered,
        LocalDate occurredOn,
        Instant occurredAt,
        Instant recordedAt,
        DebtStatus status,
        @Nullable String reason,
        @Nullable Instant settledAt,
        long version,
        long changedAt) {

    static final Table<DebtRow> TABLE = Table.<DebtRow>named("debt")
            .key("id", "uuid", DebtRow::id)
            .column("recorded_by", "text", DebtRow::recordedBy)
            .column("other_id", "text", row -> row.other().userId())
            .column("other_contact", "text", row -> row.other().contact())
            .column("direction", "text", DebtRow::direction)
            .column("currency", "text", row -> row.amount().currency())
            .column("amount", "bigint", row -> row.amount().minor())
            .column("note", "text", DebtRow::note)
            .column("delivered", "boolean", DebtRow::delivered)
            .column("occurred_on", "date", DebtRow::occurredOn)
            .column("occurred_at", "timestamptz", DebtRow::occurredAt)
            .column("recorded_at", "timestamptz", DebtRow::recordedAt)
            .column("status", "text", DebtRow::status)
            .column("reason", "text", DebtRow::reason)
            .column("settled_at", "timestamptz", DebtRow::settledAt)
            .column("version", "bigint", DebtRow::version)
            .column("changed_at", "bigint", DebtRow::changedAt)
            .ordered();

    static DebtRow of(DebtRecorded fact, Recorded<?> recorded) {
        return new DebtRow(
                fact.debtId(),
                fact.recordedBy(),
                fact.counterparty(),
                fact.direction(),
                fact.amount(),
                fact.note(),
                fact.isDelivered(),
                fact.occurredOn(),
                Timestamps.stored(fact.occurredAt()),
                Timestamps.stored(fact.recordedAt()),
                DebtStatus.UNCONFIRMED,
                null,
                null,
                recorded.version(),
                recorded.position());
    }

    static DebtRow read(ResultSet row, int index) throws SQLException {
        return new DebtRow(
                new DebtId(row.getObject("id", UUID.class)),
                new UserId(row.getString("recorded_by")),
                PartyColumns.read(row, "other_id", "other_contact"),
                DebtDirection.valueOf(row.getString("direction")),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                row.getString("note"),
                row.getBoolean("delivered"),
                row.getObject("occurred_on", LocalDate.class),
                Objects.requireNonNull(Timestamps.read(row, "occurred_at")),
                Objects.requireNonNull(Timestamps.read(row, "recorded_at")),
                DebtStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                Timestamps.read(row, "settled_at"),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    DebtRow settled(DebtStatus newStatus, @Nullable String why, Instant at, Recorded<?> recorded) {
        return new DebtRow(
                id,
                recordedBy,
                other,
                direction,
                amount,
                note,
                delivered,
                occurredOn,
                occurredAt,
                recordedAt,
                newStatus,
                why,
                Timestamps.stored(at),
                recorded.version(),
                recorded.position());
    }

    Party creditor() {
        return direction == DebtDirection.OWED_TO_ME ? Party.user(recordedBy) : other;
    }

    DebtView seenBy(UserId user) {
        boolean mine = user.equals(recordedBy);
        return new DebtView(
                id,
                recordedBy,
                mine ? other : Party.user(recordedBy),
                mine ? direction : direction.turned(),
                amount,
                note,
                occurredOn,
                status,
                reason,
                recordedAt,
                settledAt,
                version);
    }
}

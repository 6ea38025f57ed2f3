package com.eindr.ledger.query;

import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementId;
import com.eindr.ledger.SettlementStatus;
import com.eindr.ledger.SettlementView;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code settlement}.
 *
 * @param proposal the position of the event that proposed it
 * @param changedAt the position of the event that last changed it
 */
record SettlementRow(
        SettlementId id,
        UserId proposedBy,
        Party other,
        boolean paidByProposer,
        Money amount,
        @Nullable Money paid,
        SettlementStatus status,
        int nudges,
        Instant proposedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable String reason,
        long proposal,
        long version,
        long changedAt) {

    static final Table<SettlementRow> TABLE = Table.<SettlementRow>named("settlement")
            .key("id", "uuid", SettlementRow::id)
            .column("proposed_by", "text", SettlementRow::proposedBy)
            .column("other_id", "text", row -> row.other().userId())
            .column("other_contact", "text", row -> row.other().contact())
            .column("paid_by_proposer", "boolean", SettlementRow::paidByProposer)
            .column("currency", "text", row -> row.amount().currency())
            .column("amount", "bigint", row -> row.amount().minor())
            .column(
                    "paid_currency",
                    "text",
                    row -> row.paid() == null ? null : row.paid().currency())
            .column(
                    "paid_amount",
                    "bigint",
                    row -> row.paid() == null ? null : row.paid().minor())
            .column("status", "text", SettlementRow::status)
            .column("nudges", "integer", SettlementRow::nudges)
            .column("proposed_at", "timestamptz", SettlementRow::proposedAt)
            .column("expires_at", "timestamptz", SettlementRow::expiresAt)
            .column("settled_at", "timestamptz", SettlementRow::settledAt)
            .column("reason", "text", SettlementRow::reason)
            .column("proposal", "bigint", SettlementRow::proposal)
            .column("version", "bigint", SettlementRow::version)
            .column("changed_at", "bigint", SettlementRow::changedAt)
            .ordered();

    static SettlementRow of(SettlementProposed fact, Recorded<?> recorded) {
        Instant expiry = fact.expiresAt();
        return new SettlementRow(
                fact.settlementId(),
                fact.proposedBy(),
                fact.counterparty(),
                fact.payer().isUser(fact.proposedBy()),
                fact.amount(),
                fact.paid(),
                SettlementStatus.PROPOSED,
                0,
                Timestamps.stored(fact.proposedAt()),
                expiry == null ? null : Timestamps.stored(expiry),
                null,
                null,
                recorded.position(),
                recorded.version(),
                recorded.position());
    }

    static SettlementRow read(ResultSet row, int index) throws SQLException {
        String paidCurrency = row.getString("paid_currency");
        return new SettlementRow(
                new SettlementId(row.getObject("id", UUID.class)),
                new UserId(row.getString("proposed_by")),
                PartyColumns.read(row, "other_id", "other_contact"),
                row.getBoolean("paid_by_proposer"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                paidCurrency == null ? null : new Money(row.getLong("paid_amount"), Currency.getInstance(paidCurrency)),
                SettlementStatus.valueOf(row.getString("status")),
                row.getInt("nudges"),
                Objects.requireNonNull(Timestamps.read(row, "proposed_at")),
                Timestamps.read(row, "expires_at"),
                Timestamps.read(row, "settled_at"),
                row.getString("reason"),
                row.getLong("proposal"),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    SettlementRow nudged(int number, Recorded<?> recorded) {
        return changed(status, number, null, null, recorded);
    }

    SettlementRow settled(SettlementStatus newStatus, Instant at, Recorded<?> recorded) {
        return changed(newStatus, nudges, Timestamps.stored(at), null, recorded);
    }

    SettlementRow reversed(@Nullable String why, Instant at, Recorded<?> recorded) {
        return changed(SettlementStatus.REVERSED, nudges, Timestamps.stored(at), why, recorded);
    }

    private SettlementRow changed(
            SettlementStatus newStatus,
            int newNudges,
            @Nullable Instant newSettledAt,
            @Nullable String newReason,
            Recorded<?> recorded) {
        return new SettlementRow(
                id,
                proposedBy,
                other,
                paidByProposer,
                amount,
                paid,
                newStatus,
                newNudges,
                proposedAt,
                expiresAt,
                newSettledAt,
                newReason,
                proposal,
                recorded.version(),
                recorded.position());
    }

    SettlementView seenBy(UserId user) {
        boolean mine = user.equals(proposedBy);
        return new SettlementView(
                id,
                proposedBy,
                mine ? other : Party.user(proposedBy),
                mine == paidByProposer,
                amount,
                paid,
                status,
                nudges,
                proposedAt,
                expiresAt,
                settledAt,
                reason,
                version);
    }
}

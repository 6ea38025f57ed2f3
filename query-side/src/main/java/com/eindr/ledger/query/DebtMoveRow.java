package com.eindr.ledger.query;

import static java.util.stream.Collectors.joining;

import com.eindr.ledger.DebtMoveEvent;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveExpired;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.DebtMoveStatus;
import com.eindr.ledger.DebtMoveView;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code debt_move}.
 *
 * @param move as the one sees it who proposed it, without origins
 * @param contact its name
 * @param proposal the position of the event that proposed it
 * @param changedAt the position of the event that last changed it
 */
record DebtMoveRow(DebtMoveView move, String contact, boolean delivered, long proposal, long changedAt) {

    static final Table<DebtMoveRow> TABLE = Table.<DebtMoveRow>named("debt_move")
            .key("id", "uuid", row -> row.move().id())
            .column("proposed_by", "text", row -> row.move().proposedBy())
            .column("contact", "text", DebtMoveRow::contact)
            .column("other_id", "text", row -> row.move().friend())
            .column("delivered", "boolean", DebtMoveRow::delivered)
            .column("balances", "text", row -> text(row.move().balances()))
            .column("status", "text", row -> row.move().status())
            .column("reason", "text", row -> row.move().reason())
            .column("proposed_at", "timestamptz", row -> row.move().proposedAt())
            .column("expires_at", "timestamptz", row -> row.move().expiresAt())
            .column("settled_at", "timestamptz", row -> row.move().settledAt())
            .column("proposal", "bigint", DebtMoveRow::proposal)
            .column("version", "bigint", row -> row.move().version())
            .column("changed_at", "bigint", DebtMoveRow::changedAt)
            .ordered();

    static DebtMoveRow of(DebtMoveProposed fact, Recorded<?> recorded) {
        return new DebtMoveRow(
                new DebtMoveView(
                        fact.moveId(),
                        fact.proposedBy(),
                        fact.contact().contact(),
                        fact.friend(),
                        fact.balances(),
                        DebtMoveStatus.PROPOSED,
                        null,
                        Timestamps.stored(fact.proposedAt()),
                        Timestamps.stored(fact.expiresAt()),
                        null,
                        recorded.version(),
                        null),
                fact.contact().contact(),
                fact.delivered(),
                recorded.position(),
                recorded.position());
    }

    static DebtMoveRow read(ResultSet row, int index) throws SQLException {
        String contact = row.getString("contact");
        return new DebtMoveRow(
                new DebtMoveView(
                        new DebtMoveId(row.getObject("id", UUID.class)),
                        new UserId(row.getString("proposed_by")),
                        contact,
                        new UserId(row.getString("other_id")),
                        balances(row.getString("balances")),
                        DebtMoveStatus.valueOf(row.getString("status")),
                        row.getString("reason"),
                        Objects.requireNonNull(Timestamps.read(row, "proposed_at")),
                        Objects.requireNonNull(Timestamps.read(row, "expires_at")),
                        Timestamps.read(row, "settled_at"),
                        row.getLong("version"),
                        null),
                contact,
                row.getBoolean("delivered"),
                row.getLong("proposal"),
                row.getLong("changed_at"));
    }

    DebtMoveRow after(DebtMoveEvent event, Recorded<?> recorded) {
        return switch (event) {
            case DebtMoveProposed _ -> this;
            case DebtMoveAccepted e -> settled(DebtMoveStatus.ACCEPTED, null, e.at(), recorded);
            case DebtMoveDisputed e -> settled(DebtMoveStatus.DISPUTED, e.reason(), e.at(), recorded);
            case DebtMoveWithdrawn e -> settled(DebtMoveStatus.WITHDRAWN, null, e.at(), recorded);
            case DebtMoveExpired e -> settled(DebtMoveStatus.EXPIRED, null, e.at(), recorded);
        };
    }

    private DebtMoveRow settled(DebtMoveStatus status, @Nullable String why, Instant at, Recorded<?> recorded) {
        return new DebtMoveRow(
                new DebtMoveView(
                        move.id(),
                        move.proposedBy(),
                        contact,
                        move.friend(),
                        move.balances(),
                        status,
                        why,
                        move.proposedAt(),
                        move.expiresAt(),
                        Timestamps.stored(at),
                        recorded.version(),
                        null),
                contact,
                delivered,
                proposal,
                recorded.position());
    }

    /** What one is owed the other owes; the name of the contact is the proposer's own. */
    DebtMoveView seenBy(UserId user) {
        return user.equals(move.proposedBy())
                ? move
                : new DebtMoveView(
                        move.id(),
                        move.proposedBy(),
                        null,
                        move.friend(),
                        move.balances().stream().map(Money::negated).toList(),
                        move.status(),
                        move.reason(),
                        move.proposedAt(),
                        move.expiresAt(),
                        move.settledAt(),
                        move.version(),
                        null);
    }

    private static String text(List<Money> balances) {
        return balances.stream()
                .map(balance -> balance.currency() + " " + balance.minor())
                .collect(joining(" "));
    }

    private static List<Money> balances(String text) {
        String[] words = text.split(" ", -1);
        List<Money> balances = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            balances.add(new Money(Long.parseLong(words[i + 1]), Currency.getInstance(words[i])));
        }
        return balances;
    }
}

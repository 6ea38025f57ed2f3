package com.eindr.ledger.query;

import com.eindr.ledger.DebtMoveQuery.DebtMoveOf;
import com.eindr.ledger.DebtMoveQuery.DebtMovesChangedSince;
import com.eindr.ledger.DebtMoveQuery.DebtMovesOf;
import com.eindr.ledger.DebtMoveView;
import com.eindr.ledger.DebtMoveView.Origin;
import com.eindr.ledger.DebtMoveView.Part;
import com.eindr.ledger.EntryCause;
import com.eindr.shared.Changes;
import com.eindr.shared.Money;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers what there is of debts that are to be moved, to those who may know of each. */
@Component
final class DebtMoveLists {
    /** How many entries of one currency are shown; those before them are added up. */
    private static final int ENTRIES = 100;

    /** The moved are never anybody's contact. */
    private static final String BETWEEN_USERS = "(SELECT m.*, '' AS other_contact FROM debt_move m) moves";

    /** What was posted between the owner and the contact until the proposal, since nothing was owed the last time. */
    private static final String PARTS = """
        WITH entry AS (
            SELECT position, currency, cause, amount, occurred_on,
                   sum(amount) OVER (PARTITION BY currency ORDER BY position) AS balance
            FROM ledger_entry
            WHERE user_id = ? AND contact = '' AND other_id = user_id AND other_contact = ? AND standing = 'NET'
              AND position < ?),
        part AS (
            SELECT *, max(CASE WHEN balance = 0 THEN position ELSE 0 END) OVER (PARTITION BY currency) AS settled,
                   row_number() OVER (PARTITION BY currency ORDER BY position DESC) AS place
            FROM entry)
        SELECT currency, cause, amount, occurred_on FROM part
        WHERE position > settled AND place <= ? ORDER BY position\
        """;

    private final JdbcOperations jdbc;
    private final BetweenTwo<DebtMoveView> moves;
    private final BetweenTwo<DebtMoveRow> rows;

    DebtMoveLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.moves = between(
                jdbc, (row, index, viewer) -> DebtMoveRow.read(row, index).seenBy(viewer));
        this.rows = between(jdbc, (row, index, viewer) -> DebtMoveRow.read(row, index));
    }

    private static <V> BetweenTwo<V> between(JdbcOperations jdbc, BetweenTwo.ViewOf<V> view) {
        return new BetweenTwo<>(jdbc, BETWEEN_USERS, "proposed_by", "proposed_at", "delivered", view);
    }

    @QueryHandler
    Slice<DebtMoveView> list(DebtMovesOf query) {
        return moves.list(
                query.user(),
                query.status(),
                null,
                query.slice(),
                move -> Cursor.of(move.proposedAt(), move.id().value()));
    }

    @QueryHandler
    Optional<DebtMoveView> one(DebtMoveOf query) {
        return rows.one(query.user(), query.moveId().value()).map(row -> withOrigins(row, query.user()));
    }

    @QueryHandler
    Changes<DebtMoveView> changes(DebtMovesChangedSince query) {
        return moves.changes(DebtMovesProjection.NAME, query.user(), query.position(), query.limit());
    }

    /** The entries come from another read model, which may be behind: what it lacks is in what came earlier. */
    private DebtMoveView withOrigins(DebtMoveRow row, UserId viewer) {
        DebtMoveView move = row.seenBy(viewer);
        boolean mine = viewer.equals(move.proposedBy());
        List<Part> parts = jdbc.query(
                PARTS,
                (columns, index) -> part(columns, mine),
                move.proposedBy().value(),
                row.contact(),
                row.proposal(),
                ENTRIES);
        return move.with(
                move.balances().stream().map(balance -> origin(balance, parts)).toList());
    }

    private static Origin origin(Money balance, List<Part> parts) {
        List<Part> entries = parts.stream()
                .filter(part -> part.amount().currency().equals(balance.currency()))
                .toList();
        long shown = entries.stream().mapToLong(part -> part.amount().minor()).sum();
        return new Origin(entries, new Money(balance.minor() - shown, balance.currency()));
    }

    private static Part part(ResultSet row, boolean mine) throws SQLException {
        Money amount = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        return new Part(
                EntryCause.valueOf(row.getString("cause")),
                mine ? amount : amount.negated(),
                row.getObject("occurred_on", LocalDate.class));
    }
}

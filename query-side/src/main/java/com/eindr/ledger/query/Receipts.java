package com.eindr.ledger.query;

import com.eindr.ledger.LedgerQuery.ReceiptOf;
import com.eindr.ledger.Party;
import com.eindr.ledger.ReceiptView;
import com.eindr.ledger.SettlementStatus;
import com.eindr.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers what there is to show of a settlement, to its two people. */
@Component
final class Receipts {
    /** The last event of a settlement that is confirmed is its confirmation. */
    private static final String RECEIPT = """
        SELECT s.*, (SELECT e.position FROM ledger_entry e
                     WHERE e.cause_id = s.id AND e.cause = 'SETTLEMENT' AND e.standing = 'NET' LIMIT 1) AS entry
        FROM settlement s
        WHERE (s.proposed_by = ? OR (s.other_id = ? AND s.other_contact = '')) AND s.id = ?\
        """;

    private final JdbcOperations jdbc;

    Receipts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<ReceiptView> receipt(ReceiptOf query) {
        UserId user = query.user();
        return jdbc
                .query(
                        RECEIPT,
                        Receipts::read,
                        user.value(),
                        user.value(),
                        query.settlementId().value())
                .stream()
                .findFirst();
    }

    private static ReceiptView read(ResultSet columns, int index) throws SQLException {
        SettlementRow row = SettlementRow.read(columns, index);
        Party proposer = Party.user(row.proposedBy());
        long entry = columns.getLong("entry");
        // Entries are another read model, which may have this one a moment later; until then there is nothing to show.
        boolean counts = row.status() == SettlementStatus.CONFIRMED && entry != 0;
        Instant confirmedAt = counts ? row.settledAt() : null;
        return new ReceiptView(
                row.id(),
                row.proposedBy(),
                row.paidByProposer() ? proposer : row.other(),
                row.paidByProposer() ? row.other() : proposer,
                row.amount(),
                row.paid(),
                row.other().isUser(),
                row.proposedAt(),
                row.proposal(),
                confirmedAt,
                confirmedAt == null ? 0 : row.changedAt(),
                entry);
    }
}

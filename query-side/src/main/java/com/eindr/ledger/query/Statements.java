package com.eindr.ledger.query;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.EntryView;
import com.eindr.ledger.LedgerQuery.LinesAfter;
import com.eindr.ledger.LedgerQuery.StatementOf;
import com.eindr.ledger.LineView;
import com.eindr.shared.Money;
import com.eindr.shared.Slice;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers how a balance came about, entry by entry in the order of the log. */
@Component
final class Statements {
    /** The balance runs over all entries of the pair, also those that the page does not show. */
    private static final String RUNNING = """
        SELECT s.*, d.note FROM (
            SELECT e.*, (sum(amount) OVER (PARTITION BY other_id, other_contact, currency ORDER BY position))::bigint
                AS balance
            FROM ledger_entry e WHERE user_id = ? AND contact = '' AND standing = 'NET'\
        """;

    private static final String LINES = """
        SELECT e.*, d.note FROM ledger_entry e LEFT JOIN debt d ON d.id = e.cause_id
        WHERE e.user_id = ? AND e.contact = '' AND e.standing = 'NET' AND e.position > ?\
        """;

    private final JdbcOperations jdbc;

    Statements(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Slice<EntryView> statement(StatementOf query) {
        StringBuilder sql = new StringBuilder(RUNNING);
        List<Object> parameters = new ArrayList<>(List.of(query.user().value()));
        if (query.counterparty() != null) {
            sql.append(" AND (other_contact = ? OR (other_contact = '' AND other_id = ?))");
            parameters.add(query.counterparty());
            parameters.add(query.counterparty());
        }
        if (query.currency() != null) {
            sql.append(" AND currency = ?");
            parameters.add(query.currency().getCurrencyCode());
        }
        sql.append(") s LEFT JOIN debt d ON d.id = s.cause_id WHERE position < ? ORDER BY position DESC LIMIT ?");
        String cursor = query.slice().cursor();
        parameters.add(cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor));
        int limit = query.slice().limit();
        parameters.add(limit + 1);
        List<EntryView> rows = jdbc.query(sql.toString(), Statements::read, parameters.toArray());
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        List<EntryView> page = rows.subList(0, limit);
        return new Slice<>(page, Long.toString(page.getLast().position()));
    }

    @QueryHandler
    Slice<LineView> lines(LinesAfter query) {
        StringBuilder sql = new StringBuilder(LINES);
        List<Object> parameters = new ArrayList<>(List.of(query.user().value(), query.position()));
        if (query.counterparty() != null) {
            sql.append(" AND (e.other_contact = ? OR (e.other_contact = '' AND e.other_id = ?))");
            parameters.add(query.counterparty());
            parameters.add(query.counterparty());
        }
        if (query.currency() != null) {
            sql.append(" AND e.currency = ?");
            parameters.add(query.currency().getCurrencyCode());
        }
        sql.append(" ORDER BY e.position LIMIT ?");
        parameters.add(query.limit());
        return new Slice<>(jdbc.query(sql.toString(), Statements::line, parameters.toArray()), null);
    }

    private static LineView line(ResultSet row, int index) throws SQLException {
        return new LineView(
                row.getLong("position"),
                PartyColumns.read(row, "other_id", "other_contact"),
                EntryCause.valueOf(row.getString("cause")),
                row.getObject("cause_id", UUID.class),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                row.getString("note"),
                row.getObject("occurred_on", LocalDate.class),
                Objects.requireNonNull(Timestamps.read(row, "recorded_at")));
    }

    private static EntryView read(ResultSet row, int index) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new EntryView(
                row.getLong("position"),
                PartyColumns.read(row, "other_id", "other_contact"),
                EntryCause.valueOf(row.getString("cause")),
                row.getObject("cause_id", UUID.class),
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("balance"), currency),
                row.getString("note"),
                row.getObject("occurred_on", LocalDate.class),
                Objects.requireNonNull(Timestamps.read(row, "recorded_at")));
    }
}

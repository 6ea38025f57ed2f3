package com.eindr.ledger.query;

import com.eindr.ledger.DebtView;
import com.eindr.ledger.LedgerQuery.DebtOf;
import com.eindr.ledger.LedgerQuery.DebtsChangedSince;
import com.eindr.ledger.LedgerQuery.DebtsOf;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Answers what there is of debts, to those who may know of each. */
@Component
final class DebtLists {
    private static final String SEEN =
            "SELECT * FROM debt WHERE (recorded_by = ? OR (other_id = ? AND other_contact = '' AND delivered))";

    private final JdbcOperations jdbc;

    DebtLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Slice<DebtView> list(DebtsOf query) {
        StringBuilder sql = new StringBuilder(SEEN);
        List<Object> parameters = seenBy(query.user());
        if (query.status() != null) {
            sql.append(" AND status = ?");
            parameters.add(query.status().name());
        }
        if (query.counterparty() != null) {
            sql.append(" AND (other_contact = ? OR (other_contact = '' AND"
                    + " CASE WHEN recorded_by = ? THEN other_id ELSE recorded_by END = ?))");
            parameters.add(query.counterparty());
            parameters.add(query.user().value());
            parameters.add(query.counterparty());
        }
        if (query.slice().cursor() != null) {
            Cursor cursor = Cursor.parse(query.slice().cursor());
            sql.append(" AND (recorded_at, id) < (?::timestamptz, ?)");
            parameters.add(cursor.timestamp());
            parameters.add(cursor.id());
        }
        sql.append(" ORDER BY recorded_at DESC, id DESC LIMIT ?");
        parameters.add(query.slice().limit() + 1);
        return Cursor.page(
                jdbc.query(sql.toString(), view(query.user()), parameters.toArray()),
                query.slice(),
                row -> Cursor.of(row.recordedAt(), row.id().value()));
    }

    @QueryHandler
    Optional<DebtView> one(DebtOf query) {
        List<Object> parameters = seenBy(query.user());
        parameters.add(query.debtId().value());
        return jdbc.query(SEEN + " AND id = ?", view(query.user()), parameters.toArray()).stream()
                .findFirst();
    }

    @QueryHandler
    Changes<DebtView> changes(DebtsChangedSince query) {
        return ChangeList.read(jdbc, LedgerProjection.NAME, query.position(), query.limit(), limit -> {
            List<Object> parameters = seenBy(query.user());
            parameters.add(query.position());
            parameters.add(limit);
            RowMapper<DebtView> view = view(query.user());
            return jdbc.query(
                    SEEN + " AND changed_at > ? ORDER BY changed_at LIMIT ?",
                    (row, index) -> new ChangeList.Change<>(view.mapRow(row, index), row.getLong("changed_at")),
                    parameters.toArray());
        });
    }

    private static List<Object> seenBy(UserId user) {
        return new ArrayList<>(List.of(user.value(), user.value()));
    }

    private static RowMapper<DebtView> view(UserId user) {
        return (row, index) -> DebtRow.read(row, index).seenBy(user);
    }
}

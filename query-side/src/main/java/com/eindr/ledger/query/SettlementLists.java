package com.eindr.ledger.query;

import com.eindr.ledger.LedgerQuery.SettlementOf;
import com.eindr.ledger.LedgerQuery.SettlementsChangedSince;
import com.eindr.ledger.LedgerQuery.SettlementsOf;
import com.eindr.ledger.SettlementView;
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

/** Answers what there is of settlements, to those who may know of each. */
@Component
final class SettlementLists {
    private static final String SEEN =
            "SELECT * FROM settlement WHERE (proposed_by = ? OR (other_id = ? AND other_contact = ''))";

    private final JdbcOperations jdbc;

    SettlementLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Slice<SettlementView> list(SettlementsOf query) {
        StringBuilder sql = new StringBuilder(SEEN);
        List<Object> parameters = seenBy(query.user());
        if (query.status() != null) {
            sql.append(" AND status = ?");
            parameters.add(query.status().name());
        }
        if (query.counterparty() != null) {
            sql.append(" AND (other_contact = ? OR (other_contact = '' AND"
                    + " CASE WHEN proposed_by = ? THEN other_id ELSE proposed_by END = ?))");
            parameters.add(query.counterparty());
            parameters.add(query.user().value());
            parameters.add(query.counterparty());
        }
        if (query.slice().cursor() != null) {
            Cursor cursor = Cursor.parse(query.slice().cursor());
            sql.append(" AND (proposed_at, id) < (?::timestamptz, ?)");
            parameters.add(cursor.timestamp());
            parameters.add(cursor.id());
        }
        sql.append(" ORDER BY proposed_at DESC, id DESC LIMIT ?");
        parameters.add(query.slice().limit() + 1);
        return Cursor.page(
                jdbc.query(sql.toString(), view(query.user()), parameters.toArray()),
                query.slice(),
                row -> Cursor.of(row.proposedAt(), row.id().value()));
    }

    @QueryHandler
    Optional<SettlementView> one(SettlementOf query) {
        List<Object> parameters = seenBy(query.user());
        parameters.add(query.settlementId().value());
        return jdbc.query(SEEN + " AND id = ?", view(query.user()), parameters.toArray()).stream()
                .findFirst();
    }

    @QueryHandler
    Changes<SettlementView> changes(SettlementsChangedSince query) {
        return ChangeList.read(jdbc, SettlementsProjection.NAME, query.position(), query.limit(), limit -> {
            List<Object> parameters = seenBy(query.user());
            parameters.add(query.position());
            parameters.add(limit);
            RowMapper<SettlementView> view = view(query.user());
            return jdbc.query(
                    SEEN + " AND changed_at > ? ORDER BY changed_at LIMIT ?",
                    (row, index) -> new ChangeList.Change<>(view.mapRow(row, index), row.getLong("changed_at")),
                    parameters.toArray());
        });
    }

    private static List<Object> seenBy(UserId user) {
        return new ArrayList<>(List.of(user.value(), user.value()));
    }

    private static RowMapper<SettlementView> view(UserId user) {
        return (row, index) -> SettlementRow.read(row, index).seenBy(user);
    }
}

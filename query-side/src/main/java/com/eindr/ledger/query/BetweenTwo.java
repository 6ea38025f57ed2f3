package com.eindr.ledger.query;

import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/** Answers from a table of what somebody has said about themselves and another, to those of the two who may know of each row. */
final class BetweenTwo<V> {
    private final JdbcOperations jdbc;
    private final String by;
    private final String at;
    private final String seen;
    private final ViewOf<V> view;

    /** A row as one of the two sees it. */
    @FunctionalInterface
    interface ViewOf<V> {
        V read(ResultSet row, int index, UserId viewer) throws SQLException;
    }

    /**
     * @param by the column of who said it; the other one is in {@code other_id} and {@code other_contact}
     * @param at the column of when
     * @param told what makes a row known to the other one
     */
    BetweenTwo(JdbcOperations jdbc, String table, String by, String at, String told, ViewOf<V> view) {
        this.jdbc = jdbc;
        this.by = by;
        this.at = at;
        this.seen = "SELECT * FROM " + table + " WHERE (" + by + " = ? OR (other_id = ? AND other_contact = '' AND "
                + told + "))";
        this.view = view;
    }

    /** The latest first. */
    Slice<V> list(
            UserId viewer,
            @Nullable Enum<?> status,
            @Nullable String counterparty,
            SliceRequest slice,
            Function<V, Cursor> cursor) {
        StringBuilder sql = new StringBuilder(seen);
        List<Object> parameters = seenBy(viewer);
        if (status != null) {
            sql.append(" AND status = ?");
            parameters.add(status.name());
        }
        if (counterparty != null) {
            sql.append(" AND (other_contact = ? OR (other_contact = '' AND CASE WHEN " + by + " = ? THEN other_id ELSE "
                    + by + " END = ?))");
            parameters.addAll(List.of(counterparty, viewer.value(), counterparty));
        }
        if (slice.cursor() != null) {
            Cursor last = Cursor.parse(slice.cursor());
            sql.append(" AND (" + at + ", id) < (?::timestamptz, ?)");
            parameters.addAll(List.of(last.timestamp(), last.id()));
        }
        sql.append(" ORDER BY " + at + " DESC, id DESC LIMIT ?");
        parameters.add(slice.limit() + 1);
        return Cursor.page(jdbc.query(sql.toString(), seenAs(viewer), parameters.toArray()), slice, cursor);
    }

    Optional<V> one(UserId viewer, UUID id) {
        List<Object> parameters = seenBy(viewer);
        parameters.add(id);
        return jdbc.query(seen + " AND id = ?", seenAs(viewer), parameters.toArray()).stream()
                .findFirst();
    }

    Changes<V> changes(String projection, UserId viewer, long position, int most) {
        return ChangeList.read(jdbc, projection, position, most, limit -> {
            List<Object> parameters = seenBy(viewer);
            parameters.addAll(List.of(position, limit));
            return jdbc.query(
                    seen + " AND changed_at > ? ORDER BY changed_at LIMIT ?",
                    (row, index) -> new ChangeList.Change<>(view.read(row, index, viewer), row.getLong("changed_at")),
                    parameters.toArray());
        });
    }

    private static List<Object> seenBy(UserId viewer) {
        return new ArrayList<>(List.of(viewer.value(), viewer.value()));
    }

    private RowMapper<V> seenAs(UserId viewer) {
        return (row, index) -> view.read(row, index, viewer);
    }
}

package com.eindr.habit.query;

import com.eindr.habit.HabitQuery.HabitsChangedSince;
import com.eindr.habit.HabitQuery.HabitsOf;
import com.eindr.habit.HabitView;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers what is suggested to whom. */
@Component
final class HabitLists {
    private static final String SELECT = "SELECT * FROM habit WHERE owner_id = ? AND ";

    private final JdbcOperations jdbc;

    HabitLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Slice<HabitView> habits(HabitsOf query) {
        StringBuilder sql = new StringBuilder(SELECT).append("status = ?");
        List<Object> parameters =
                new ArrayList<>(List.of(query.owner().value(), query.status().name()));
        if (query.slice().cursor() != null) {
            Cursor cursor = Cursor.parse(query.slice().cursor());
            sql.append(" AND (suggested_at, id) < (?::timestamptz, ?)");
            parameters.add(cursor.timestamp());
            parameters.add(cursor.id());
        }
        sql.append(" ORDER BY suggested_at DESC, id DESC LIMIT ?");
        parameters.add(query.slice().limit() + 1);
        List<HabitRow> rows = jdbc.query(sql.toString(), HabitRow::read, parameters.toArray());
        return Cursor.page(
                        rows,
                        query.slice(),
                        row -> Cursor.of(row.suggestedAt(), row.id().value()))
                .map(HabitRow::view);
    }

    @QueryHandler
    Changes<HabitView> changes(HabitsChangedSince query) {
        return ChangeList.read(
                jdbc,
                HabitsProjection.NAME,
                query.position(),
                query.limit(),
                limit -> jdbc.query(
                        SELECT + "changed_at > ? ORDER BY changed_at LIMIT ?",
                        (row, index) -> {
                            HabitRow habit = HabitRow.read(row, index);
                            return new ChangeList.Change<>(habit.view(), habit.changedAt());
                        },
                        query.owner().value(),
                        query.position(),
                        limit));
    }
}

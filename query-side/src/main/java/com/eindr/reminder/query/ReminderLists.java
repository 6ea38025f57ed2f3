package com.eindr.reminder.query;

import com.eindr.reminder.ReminderQuery.ReminderOf;
import com.eindr.reminder.ReminderQuery.RemindersChangedSince;
import com.eindr.reminder.ReminderQuery.RemindersOf;
import com.eindr.reminder.ReminderQuery.Upcoming;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import com.eindr.shared.query.HotView;
import com.eindr.shared.query.HotViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Which reminders there are. */
@Component
final class ReminderLists {
    private static final int UPCOMING = 10;
    private static final HotView<Slice<ReminderView>> UPCOMING_VIEW =
            new HotView<>("upcoming", Slice.class, ReminderView.class);
    private static final String SELECT = "SELECT " + ReminderTables.REMINDER_COLUMNS + " FROM reminder r WHERE ";
    private static final String BY_NEXT = " ORDER BY coalesce(r.next_due_at, 'infinity'::timestamptz), r.id LIMIT ?";

    private final JdbcOperations jdbc;
    private final HotViews hotViews;

    ReminderLists(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.hotViews = hotViews;
    }

    @QueryHandler
    Optional<ReminderView> reminder(ReminderOf query) {
        return jdbc
                .query(
                        SELECT + "r.id = ? AND r.owner_id = ?",
                        ReminderTables::reminder,
                        query.reminderId().value(),
                        query.owner().value())
                .stream()
                .findFirst()
                .map(ReminderRow::view);
    }

    @QueryHandler
    Slice<ReminderView> reminders(RemindersOf query) {
        StringBuilder sql = new StringBuilder(SELECT).append("r.owner_id = ?");
        List<Object> parameters = new ArrayList<>(List.of(query.owner().value()));
        if (query.status() != null) {
            sql.append(" AND r.status = ?");
            parameters.add(query.status().name());
        }
        if (query.from() != null) {
            sql.append(" AND r.next_due_at >= ?::timestamptz");
            parameters.add(query.from().toString());
        }
        if (query.to() != null) {
            sql.append(" AND r.next_due_at < ?::timestamptz");
            parameters.add(query.to().toString());
        }
        if (query.titleContains() != null) {
            sql.append(" AND position(lower(?) IN lower(r.title)) > 0");
            parameters.add(query.titleContains());
        }
        if (query.slice().cursor() != null) {
            Cursor cursor = Cursor.parse(query.slice().cursor());
            sql.append(" AND (coalesce(r.next_due_at, 'infinity'::timestamptz), r.id) > (?::timestamptz, ?)");
            parameters.add(cursor.timestamp());
            parameters.add(cursor.id());
        }
        sql.append(BY_NEXT);
        parameters.add(query.slice().limit() + 1);
        List<ReminderRow> rows = jdbc.query(sql.toString(), ReminderTables::reminder, parameters.toArray());
        return Cursor.page(rows, query.slice(), ReminderLists::cursor).map(ReminderRow::view);
    }

    @QueryHandler
    Slice<ReminderView> upcoming(Upcoming query) {
        return hotViews.show(RemindersProjection.NAME, query.owner(), UPCOMING_VIEW, "", () -> upcoming(query.owner()));
    }

    @QueryHandler
    Changes<ReminderView> changes(RemindersChangedSince query) {
        return ChangeList.read(
                jdbc,
                RemindersProjection.NAME,
                query.position(),
                query.limit(),
                limit -> jdbc.query(
                        SELECT + "r.owner_id = ? AND r.changed_at > ? ORDER BY r.changed_at LIMIT ?",
                        (row, index) -> {
                            ReminderRow reminder = ReminderTables.reminder(row, index);
                            return new ChangeList.Change<>(reminder.view(), reminder.changedAt());
                        },
                        query.owner().value(),
                        query.position(),
                        limit));
    }

    private Slice<ReminderView> upcoming(UserId owner) {
        return new Slice<>(
                        jdbc.query(
                                SELECT + "r.owner_id = ? AND r.next_due_at IS NOT NULL" + BY_NEXT,
                                ReminderTables::reminder,
                                owner.value(),
                                UPCOMING),
                        null)
                .map(ReminderRow::view);
    }

    private static Cursor cursor(ReminderRow row) {
        return Cursor.of(
                row.next() == null ? null : row.next().dueAt(), row.id().value());
    }
}

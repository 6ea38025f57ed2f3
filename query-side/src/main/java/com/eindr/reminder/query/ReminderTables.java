package com.eindr.reminder.query;

import static java.util.Objects.requireNonNull;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OccurrenceView.State;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.reminder.query.OccurrenceRow.Before;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How rows of the read model are written to the tables of V2 and V33 and read from them. */
final class ReminderTables {
    static final Table<ReminderRow> REMINDERS = Table.<ReminderRow>named("reminder")
            .key("id", "uuid", ReminderRow::id)
            .column("owner_id", "text", ReminderRow::ownerId)
            .column("created_by", "text", ReminderRow::createdBy)
            .column("title", "text", ReminderRow::title)
            .column("notes", "text", ReminderRow::notes)
            .column("start", "timestamp", row -> row.schedule().start())
            .column("time_zone", "text", row -> row.schedule().timeZone())
            .column("timing", "text", row -> row.schedule().timing())
            .column("recurrence", "text", row -> row.schedule().recurrence())
            .column("repeat_from", "text", row -> row.schedule().repeatFrom())
            .column("on_missed", "text", row -> row.schedule().onMissed())
            .column("nag_every", "text", row -> row.schedule().nagEvery())
            .column("status", "text", ReminderRow::status)
            .column(
                    "next_occurrence",
                    "text",
                    row -> row.next() == null ? null : row.next().occurrence())
            .column(
                    "next_due_at",
                    "timestamptz",
                    row -> row.next() == null
                            ? null
                            : Timestamps.stored(row.next().dueAt()))
            .column(
                    "next_adjustment",
                    "text",
                    row -> row.next() == null ? null : row.next().adjustment())
            .column(
                    "next_kind",
                    "text",
                    row -> row.next() == null ? null : row.next().kind())
            .column(
                    "next_nag",
                    "integer",
                    row -> row.next() == null ? null : row.next().nag())
            .column("series_from", "text", ReminderRow::seriesFrom)
            .column("version", "bigint", ReminderRow::version)
            .column("changed_at", "bigint", ReminderRow::changedAt)
            .ordered();

    static final Table<OccurrenceRow> OCCURRENCES = Table.<OccurrenceRow>named("reminder_occurrence")
            .key("reminder_id", "uuid", OccurrenceRow::reminderId)
            .key("occurrence_id", "text", OccurrenceRow::id)
            .column("owner_id", "text", OccurrenceRow::ownerId)
            .column("state", "text", OccurrenceRow::state)
            .column("due_at", "timestamptz", row -> Timestamps.stored(row.dueAt()))
            .column("adjustment", "text", OccurrenceRow::adjustment)
            .column("snoozed", "boolean", OccurrenceRow::snoozed)
            .column("moved_to", "timestamp", OccurrenceRow::movedTo)
            .column("rang_at", "timestamptz", row -> row.rangAt() == null ? null : Timestamps.stored(row.rangAt()))
            .column("before_state", "text", row -> of(row, Before::state))
            .column("before_due_at", "timestamptz", row -> of(row, before -> Timestamps.stored(before.dueAt())))
            .column("before_adjustment", "text", row -> of(row, Before::adjustment))
            .column("before_snoozed", "boolean", row -> of(row, Before::snoozed))
            .column("before_moved_to", "timestamp", row -> of(row, Before::movedTo))
            .build();

    /** Every column that {@link #reminder} reads, of a table called {@code r}. */
    static final String REMINDER_COLUMNS = """
        r.id, r.owner_id, r.created_by, r.title, r.notes, r.start, r.time_zone, r.timing, r.recurrence, r.repeat_from,
        r.on_missed, r.nag_every, r.status, r.next_occurrence, r.next_due_at, r.next_adjustment, r.next_kind,
        r.next_nag, r.series_from, r.version, r.changed_at\
        """;

    /** What {@link #occurrence} reads of a table called {@code o}, besides the owner, who is the reminder's. */
    static final String OCCURRENCE_OF_REMINDER = """
        o.reminder_id, o.occurrence_id, o.state, o.due_at, o.adjustment, o.snoozed, o.moved_to, o.rang_at,
        o.before_state, o.before_due_at, o.before_adjustment, o.before_snoozed, o.before_moved_to\
        """;

    /** Every column that {@link #occurrence} reads, of a table called {@code o}. */
    static final String OCCURRENCE_COLUMNS = "o.owner_id, " + OCCURRENCE_OF_REMINDER;

    /** The columns of {@link #OCCURRENCE_OF_REMINDER} where there is no row. */
    static final String NO_OCCURRENCE_COLUMNS = """
        NULL::uuid AS reminder_id, NULL AS occurrence_id, NULL AS state, NULL::timestamptz AS due_at,
        NULL AS adjustment, NULL::boolean AS snoozed, NULL::timestamp AS moved_to, NULL::timestamptz AS rang_at,
        NULL AS before_state, NULL::timestamptz AS before_due_at, NULL AS before_adjustment,
        NULL::boolean AS before_snoozed, NULL::timestamp AS before_moved_to\
        """;

    private ReminderTables() {}

    static ReminderRow reminder(ResultSet row, int index) throws SQLException {
        return new ReminderRow(
                new ReminderId(row.getObject("id", UUID.class)),
                new UserId(row.getString("owner_id")),
                new UserId(row.getString("created_by")),
                row.getString("title"),
                row.getString("notes"),
                schedule(row),
                ReminderStatus.valueOf(row.getString("status")),
                alarm(row),
                occurrenceId(row.getString("series_from")),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    static OccurrenceRow occurrence(ResultSet row, int index) throws SQLException {
        return new OccurrenceRow(
                new ReminderId(row.getObject("reminder_id", UUID.class)),
                new OccurrenceId(row.getString("occurrence_id")),
                new UserId(row.getString("owner_id")),
                State.valueOf(row.getString("state")),
                requireNonNull(Timestamps.read(row, "due_at")),
                Adjustment.valueOf(row.getString("adjustment")),
                row.getBoolean("snoozed"),
                row.getObject("moved_to", LocalDateTime.class),
                Timestamps.read(row, "rang_at"),
                before(row));
    }

    private static @Nullable Before before(ResultSet row) throws SQLException {
        Instant dueAt = Timestamps.read(row, "before_due_at");
        return dueAt == null
                ? null
                : new Before(
                        State.valueOf(row.getString("before_state")),
                        dueAt,
                        Adjustment.valueOf(row.getString("before_adjustment")),
                        row.getBoolean("before_snoozed"),
                        row.getObject("before_moved_to", LocalDateTime.class));
    }

    private static @Nullable Object of(OccurrenceRow row, Function<Before, @Nullable Object> part) {
        return row.before() == null ? null : part.apply(row.before());
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        String nagEvery = row.getString("nag_every");
        return new Schedule(
                row.getObject("start", LocalDateTime.class),
                ZoneId.of(row.getString("time_zone")),
                Timing.valueOf(row.getString("timing")),
                row.getString("recurrence"),
                RepeatFrom.valueOf(row.getString("repeat_from")),
                OnMissed.valueOf(row.getString("on_missed")),
                nagEvery == null ? null : Duration.parse(nagEvery));
    }

    private static @Nullable Alarm alarm(ResultSet row) throws SQLException {
        Instant dueAt = Timestamps.read(row, "next_due_at");
        return dueAt == null
                ? null
                : new Alarm(
                        new OccurrenceId(row.getString("next_occurrence")),
                        dueAt,
                        Adjustment.valueOf(row.getString("next_adjustment")),
                        Alarm.Kind.valueOf(row.getString("next_kind")),
                        row.getInt("next_nag"));
    }

    private static @Nullable OccurrenceId occurrenceId(@Nullable String text) {
        return text == null ? null : new OccurrenceId(text);
    }
}

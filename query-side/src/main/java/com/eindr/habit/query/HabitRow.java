package com.eindr.habit.query;

import static java.util.Objects.requireNonNull;

import com.eindr.habit.HabitEvent;
import com.eindr.habit.HabitEvent.HabitAccepted;
import com.eindr.habit.HabitEvent.HabitDismissed;
import com.eindr.habit.HabitEvent.HabitSuggested;
import com.eindr.habit.HabitEvent.HabitWithdrawn;
import com.eindr.habit.HabitId;
import com.eindr.habit.HabitStatus;
import com.eindr.habit.HabitView;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code habit}.
 *
 * @param evidence as {@link EvidenceText} writes it
 * @param changedAt the position of the event that last changed it
 */
record HabitRow(
        HabitId id,
        UserId ownerId,
        String title,
        LocalDateTime start,
        ZoneId timeZone,
        String recurrence,
        String evidence,
        HabitStatus status,
        @Nullable ReminderId reminderId,
        Instant suggestedAt,
        long version,
        long changedAt) {

    static final Table<HabitRow> TABLE = Table.<HabitRow>named("habit")
            .key("id", "uuid", HabitRow::id)
            .column("owner_id", "text", HabitRow::ownerId)
            .column("title", "text", HabitRow::title)
            .column("start", "timestamp", HabitRow::start)
            .column("time_zone", "text", HabitRow::timeZone)
            .column("recurrence", "text", HabitRow::recurrence)
            .column("evidence", "text", HabitRow::evidence)
            .column("status", "text", HabitRow::status)
            .column("reminder_id", "uuid", HabitRow::reminderId)
            .column("suggested_at", "timestamptz", HabitRow::suggestedAt)
            .column("version", "bigint", HabitRow::version)
            .column("changed_at", "bigint", HabitRow::changedAt)
            .ordered();

    static HabitRow read(ResultSet row, int index) throws SQLException {
        UUID reminder = row.getObject("reminder_id", UUID.class);
        return new HabitRow(
                new HabitId(row.getObject("id", UUID.class)),
                new UserId(row.getString("owner_id")),
                row.getString("title"),
                row.getObject("start", LocalDateTime.class),
                ZoneId.of(row.getString("time_zone")),
                row.getString("recurrence"),
                row.getString("evidence"),
                HabitStatus.valueOf(row.getString("status")),
                reminder == null ? null : new ReminderId(reminder),
                requireNonNull(Timestamps.read(row, "suggested_at")),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    /**
     * The row as an event leaves it.
     *
     * @throws IllegalStateException for the later event of a habit that was never suggested
     */
    static HabitRow after(@Nullable HabitRow row, Recorded<HabitEvent> recorded) {
        if (recorded.event() instanceof HabitSuggested fact) {
            return suggested(fact, recorded);
        }
        if (row == null) {
            throw new IllegalStateException(
                    "habit " + recorded.event().habitId() + " has a later event but was never suggested");
        }
        return switch (recorded.event()) {
            case HabitSuggested _ -> row;
            case HabitAccepted accepted -> row.answered(HabitStatus.ACCEPTED, accepted.reminderId(), recorded);
            case HabitDismissed _ -> row.answered(HabitStatus.DISMISSED, null, recorded);
            case HabitWithdrawn _ -> row.answered(HabitStatus.WITHDRAWN, null, recorded);
        };
    }

    private static HabitRow suggested(HabitSuggested fact, Recorded<?> recorded) {
        Schedule schedule = fact.schedule();
        return new HabitRow(
                fact.habitId(),
                fact.ownerId(),
                fact.title(),
                schedule.start(),
                schedule.timeZone(),
                requireNonNull(schedule.recurrence()),
                EvidenceText.of(fact.evidence()),
                HabitStatus.SUGGESTED,
                null,
                Timestamps.stored(fact.suggestedAt()),
                recorded.version(),
                recorded.position());
    }

    private HabitRow answered(HabitStatus answer, @Nullable ReminderId made, Recorded<?> recorded) {
        return new HabitRow(
                id,
                ownerId,
                title,
                start,
                timeZone,
                recurrence,
                evidence,
                answer,
                made,
                suggestedAt,
                recorded.version(),
                recorded.position());
    }

    HabitView view() {
        Schedule schedule =
                new Schedule(start, timeZone, Timing.FIXED, recurrence, RepeatFrom.FROM_DUE, OnMissed.FIRE_LATE, null);
        return new HabitView(
                id, title, schedule, EvidenceText.parse(evidence), suggestedAt, status, reminderId, version);
    }
}

package com.eindr.habit.query;

import static java.util.Objects.requireNonNull;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
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
 * A row of the table {@code habit_evidence}: what a reminder tells of the habits of its owner.
 *
 * @param planned null for a whole day
 * @param occurrence what was done, or rang; of a series none is kept, since it is no sign of a habit
 * @param doneOn the local time at {@code doneAt}, where it was to be done
 * @param madeAt the position of its first event
 * @param saidAt the position of the event that last changed the words
 * @param changedAt the position of the event that last changed anything of this
 */
record EvidenceRow(
        ReminderId reminderId,
        UserId ownerId,
        String title,
        @Nullable LocalDateTime planned,
        ZoneId timeZone,
        boolean repeating,
        boolean cancelled,
        @Nullable OccurrenceId occurrence,
        @Nullable Instant doneAt,
        @Nullable LocalDateTime doneOn,
        @Nullable Instant rangAt,
        long madeAt,
        long saidAt,
        long changedAt) {

    static final Table<EvidenceRow> TABLE = Table.<EvidenceRow>named("habit_evidence")
            .key("reminder_id", "uuid", EvidenceRow::reminderId)
            .column("owner_id", "text", EvidenceRow::ownerId)
            .column("title", "text", EvidenceRow::title)
            .column("planned", "timestamp", EvidenceRow::planned)
            .column("time_zone", "text", EvidenceRow::timeZone)
            .column("repeating", "boolean", EvidenceRow::repeating)
            .column("cancelled", "boolean", EvidenceRow::cancelled)
            .column("occurrence", "text", EvidenceRow::occurrence)
            .column("done_at", "timestamptz", EvidenceRow::doneAt)
            .column("done_on", "timestamp", EvidenceRow::doneOn)
            .column("rang_at", "timestamptz", EvidenceRow::rangAt)
            .column("made_at", "bigint", EvidenceRow::madeAt)
            .column("said_at", "bigint", EvidenceRow::saidAt)
            .column("changed_at", "bigint", EvidenceRow::changedAt)
            .ordered();

    static EvidenceRow read(ResultSet row, int index) throws SQLException {
        String occurrence = row.getString("occurrence");
        return new EvidenceRow(
                new ReminderId(row.getObject("reminder_id", UUID.class)),
                new UserId(row.getString("owner_id")),
                row.getString("title"),
                row.getObject("planned", LocalDateTime.class),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("repeating"),
                row.getBoolean("cancelled"),
                occurrence == null ? null : new OccurrenceId(occurrence),
                Timestamps.read(row, "done_at"),
                row.getObject("done_on", LocalDateTime.class),
                Timestamps.read(row, "rang_at"),
                row.getLong("made_at"),
                row.getLong("said_at"),
                row.getLong("changed_at"));
    }

    /** Whether the event says anything of habits. */
    static boolean isTold(ReminderEvent event) {
        return switch (event) {
            case ReminderCreated _,
                    ReminderReworded _,
                    ReminderRescheduled _,
                    OwnerZoneFollowed _,
                    OccurrenceCompleted _,
                    OccurrenceReopened _,
                    ReminderReinstated _,
                    ReminderCancelled _ -> true;
            case OccurrenceRang rang -> rang.nag() == 0;
            default -> false;
        };
    }

    /** Whether the event changes words. */
    static boolean says(ReminderEvent event) {
        return event instanceof ReminderCreated
                || event instanceof ReminderReworded
                || event instanceof ReminderReinstated;
    }

    /**
     * The row as an event leaves it.
     *
     * @throws IllegalStateException for the later event of a reminder that was never created
     */
    static EvidenceRow after(@Nullable EvidenceRow row, Recorded<ReminderEvent> recorded) {
        long position = recorded.position();
        if (recorded.event() instanceof ReminderCreated fact) {
            return created(fact, position);
        }
        if (row == null) {
            throw new IllegalStateException(
                    "reminder " + recorded.event().reminderId() + " has a later event but was never created");
        }
        return switch (recorded.event()) {
            case ReminderReworded fact ->
                row.with(fact.title(), row.planned, row.timeZone, row.repeating, position, position);
            case ReminderRescheduled fact ->
                row.with(
                        row.title,
                        planned(fact.schedule()),
                        fact.schedule().timeZone(),
                        fact.schedule().repeats(),
                        row.saidAt,
                        position);
            case OwnerZoneFollowed fact ->
                row.with(row.title, row.planned, fact.timeZone(), row.repeating, row.saidAt, position);
            case OccurrenceCompleted fact -> {
                Instant at = Timestamps.stored(fact.completedAt());
                LocalDateTime on = LocalDateTime.ofInstant(at, row.timeZone);
                yield row.repeating ? row : row.come(fact.occurrence(), at, on, row.rangAt, row.cancelled, position);
            }
            case OccurrenceRang fact ->
                row.repeating
                        ? row
                        : row.come(
                                fact.occurrence(),
                                row.doneAt,
                                row.doneOn,
                                Timestamps.stored(fact.rangAt()),
                                row.cancelled,
                                position);
            // It did not come to it after all, and counts when it is done, or rings anew.
            case OccurrenceReopened _ ->
                row.repeating ? row : row.come(null, null, null, null, row.cancelled, position);
            case ReminderReinstated fact ->
                row.come(row.occurrence, row.doneAt, row.doneOn, row.rangAt, false, position)
                        .with(
                                fact.title(),
                                planned(fact.schedule()),
                                fact.schedule().timeZone(),
                                fact.schedule().repeats(),
                                position,
                                position);
            case ReminderCancelled _ -> row.come(row.occurrence, row.doneAt, row.doneOn, row.rangAt, true, position);
            default -> row;
        };
    }

    private static EvidenceRow created(ReminderCreated fact, long position) {
        Schedule schedule = fact.schedule();
        return new EvidenceRow(
                fact.reminderId(),
                fact.ownerId(),
                fact.title(),
                planned(schedule),
                schedule.timeZone(),
                schedule.repeats(),
                false,
                null,
                null,
                null,
                null,
                position,
                position,
                position);
    }

    private static @Nullable LocalDateTime planned(Schedule schedule) {
        return schedule.timing() == Timing.ALL_DAY ? null : requireNonNull(schedule.start());
    }

    private EvidenceRow with(
            String newTitle,
            @Nullable LocalDateTime newPlanned,
            ZoneId newZone,
            boolean repeats,
            long newSaidAt,
            long position) {
        return new EvidenceRow(
                reminderId,
                ownerId,
                newTitle,
                newPlanned,
                newZone,
                repeats,
                cancelled,
                occurrence,
                doneAt,
                doneOn,
                rangAt,
                madeAt,
                newSaidAt,
                position);
    }

    private EvidenceRow come(
            @Nullable OccurrenceId newOccurrence,
            @Nullable Instant newDoneAt,
            @Nullable LocalDateTime newDoneOn,
            @Nullable Instant newRangAt,
            boolean calledOff,
            long position) {
        return new EvidenceRow(
                reminderId,
                ownerId,
                title,
                planned,
                timeZone,
                repeating,
                calledOff,
                newOccurrence,
                newDoneAt,
                newDoneOn,
                newRangAt,
                madeAt,
                saidAt,
                position);
    }
}

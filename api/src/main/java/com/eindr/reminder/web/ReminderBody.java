package com.eindr.reminder.web;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A reminder in JSON. */
@Schema(name = "Reminder")
record ReminderBody(
        String id,
        String title,
        @Nullable String notes,

        @Schema(description = "A local date and time, or a date where the timing is ALL_DAY")
        String start,

        String timeZone,
        Timing timing,
        @Nullable String recurrence,
        RepeatFrom repeatFrom,
        OnMissed onMissed,
        @Nullable String nagEvery,
        ReminderStatus status,
        @Nullable Next nextOccurrence,
        String ownerId,
        String createdBy,
        long version) {

    /** What a reminder is armed for. */
    @Schema(name = "NextOccurrence")
    record Next(String id, Instant dueAt, Adjustment adjustment, boolean snoozed) {}

    static ReminderBody of(ReminderView view) {
        Schedule schedule = view.schedule();
        return new ReminderBody(
                view.id().toString(),
                view.title(),
                view.notes(),
                start(schedule),
                schedule.timeZone().getId(),
                schedule.timing(),
                schedule.recurrence(),
                schedule.repeatFrom(),
                schedule.onMissed(),
                schedule.nagEvery() == null ? null : schedule.nagEvery().toString(),
                view.status(),
                next(view.nextOccurrence()),
                view.ownerId().value(),
                view.createdBy().value(),
                view.version());
    }

    private static String start(Schedule schedule) {
        return schedule.timing() == Timing.ALL_DAY
                ? schedule.start().toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(schedule.start());
    }

    private static @Nullable Next next(ReminderView.@Nullable Next next) {
        return next == null ? null : new Next(next.id().value(), next.dueAt(), next.adjustment(), next.snoozed());
    }
}

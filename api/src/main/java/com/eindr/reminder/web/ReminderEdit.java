package com.eindr.reminder.web;

import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.EditReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Timing;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Start;
import com.eindr.shared.web.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * What a person changes about a reminder (RFC 7396). Null removes what is optional, and puts back the default of what has
 * one.
 */
record ReminderEdit(
        @NotNull @Text(max = 200) Patch<String> title,
        @Text(max = 10_000, lines = true) Patch<String> notes,
        @NotNull Patch<Start> start,
        Patch<ZoneId> timeZone,
        Patch<Timing> timing,
        @Text(max = 500) Patch<String> recurrence,
        Patch<RepeatFrom> repeatFrom,
        Patch<OnMissed> onMissed,
        @DurationMin(minutes = 1) @DurationMax(days = 7) Patch<Duration> nagEvery) {

    /**
     * @param ownersZone asked only where the zone is to be the default one
     * @param presentTiming asked only where a start needs it to be understood
     */
    EditReminder command(ReminderId reminder, UserId by, Supplier<ZoneId> ownersZone, Supplier<Timing> presentTiming) {
        Patch<Timing> when = timing.map(value -> value == null ? Timing.FIXED : value);
        return new EditReminder(
                reminder,
                by,
                title,
                notes,
                start(when, presentTiming),
                timeZone.map(value -> value == null ? ownersZone.get() : value),
                when,
                recurrence,
                repeatFrom.map(value -> value == null ? RepeatFrom.FROM_DUE : value),
                onMissed.map(value -> value == null ? OnMissed.FIRE_LATE : value),
                nagEvery);
    }

    private Patch<LocalDateTime> start(Patch<Timing> when, Supplier<Timing> presentTiming) {
        Start given = start.value();
        if (given == null) {
            return Patch.absent();
        }
        if (when.value() == null && !given.day()) {
            return Patch.of(given.at());
        }
        Timing timing = when.value() == null ? presentTiming.get() : when.value();
        return Patch.of(given.under(timing == Timing.ALL_DAY));
    }
}

package com.eindr.reminder.web;

import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.Start;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** What a person says to be reminded of something. */
record NewReminder(
        @Schema(description = "Chosen by the client, so that it can refer to the reminder before it is saved")
        @ChosenId
        @Nullable
        UUID id,

        @NotNull @Text(max = 200) @Schema(example = "Call Ana")
        String title,

        @Text(max = 10_000, lines = true) @Nullable String notes,
        @NotNull Start start,

        @Schema(
                description = "An IANA zone; by default that of your profile. A reminder that is FLOATING or"
                        + " ALL_DAY takes it for where you are now, and follows you from there.",
                example = "Asia/Karachi")
        @Nullable
        ZoneId timeZone,

        @Schema(description = "FIXED by default") @Nullable Timing timing,

        @Schema(description = "An RFC 5545 RRULE, no finer than MINUTELY", example = "FREQ=WEEKLY;BYDAY=MO")
        @Text(max = 500)
        @Nullable
        String recurrence,

        @Schema(description = "FROM_DUE by default") @Nullable
        RepeatFrom repeatFrom,

        @Schema(description = "FIRE_LATE by default") @Nullable
        OnMissed onMissed,

        @Schema(description = "Ring again after this long until somebody answers", example = "PT10M")
        @DurationMin(minutes = 1)
        @DurationMax(days = 7)
        @Nullable
        Duration nagEvery) {

    /** @param ownersZone asked only where the request names no zone */
    Schedule schedule(Supplier<ZoneId> ownersZone) {
        Timing when = timing == null ? Timing.FIXED : timing;
        return new Schedule(
                start.under(when == Timing.ALL_DAY),
                timeZone == null ? ownersZone.get() : timeZone,
                when,
                recurrence,
                repeatFrom == null ? RepeatFrom.FROM_DUE : repeatFrom,
                onMissed == null ? OnMissed.FIRE_LATE : onMissed,
                nagEvery);
    }

    CreateReminder command(UserId by, Supplier<ZoneId> ownersZone) {
        ReminderId reminder = new ReminderId(id == null ? TimeOrderedUuid.next() : id);
        return new CreateReminder(reminder, by, by, title, notes, schedule(ownersZone));
    }
}

package com.eindr.friendship;

import com.eindr.reminder.OnMissed;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.Personal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that somebody wants a friend to have.
 *
 * @param timeZone the zone that counts whoever accepts; only FIXED ones have one, and only if it was said
 * @param recurrence as in {@link Schedule}
 */
public record ReminderOffer(
        @Personal(of = "from") String title,
        @Personal(of = "from") @Nullable String notes,
        LocalDateTime start,
        @Nullable ZoneId timeZone,
        Timing timing,
        @Nullable String recurrence,
        RepeatFrom repeatFrom,
        OnMissed onMissed,
        @Nullable Duration nagEvery) {

    public ReminderOffer {
        if (timing != Timing.FIXED) {
            timeZone = null;
        }
    }

    /** When it rings for somebody who is in this zone. */
    public Schedule scheduleIn(ZoneId recipientsZone) {
        return new Schedule(
                start,
                timeZone == null ? recipientsZone : timeZone,
                timing,
                recurrence,
                repeatFrom,
                onMissed,
                nagEvery);
    }
}

package com.eindr.reminder.command;

import com.eindr.reminder.OnMissed;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Schedules as tests want them. */
final class Schedules {
    private Schedules() {}

    static Schedule fixed(String start, String zone, @Nullable String recurrence) {
        return of(start, zone, Timing.FIXED, recurrence);
    }

    static Schedule allDay(String day, String zone, @Nullable String recurrence) {
        return of(day + "T00:00", zone, Timing.ALL_DAY, recurrence);
    }

    static Schedule of(String start, String zone, Timing timing, @Nullable String recurrence) {
        return new Schedule(
                LocalDateTime.parse(start),
                ZoneId.of(zone),
                timing,
                recurrence,
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
    }
}

package com.eindr.reminder.query;

import com.eindr.reminder.OnMissed;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** When reminders may be meant to ring, in zones whose clocks change at odd times and by odd amounts. */
final class RandomSchedules {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Karachi"));
    private static final List<String> RULES =
            List.of("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;INTERVAL=2;COUNT=9");

    private static final List<Timing> TIMINGS = List.of(Timing.FIXED, Timing.FLOATING, Timing.ALL_DAY);

    private final Random random;

    RandomSchedules(Random random) {
        this.random = random;
    }

    ZoneId anyZone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** The same times, with everything else about them changed. */
    Schedule withOtherManner(Schedule schedule) {
        return new Schedule(
                schedule.start(),
                schedule.timeZone(),
                schedule.timing(),
                schedule.recurrence(),
                RepeatFrom.FROM_DUE,
                OnMissed.SKIP,
                Duration.ofMinutes(random.nextInt(9) + 1L));
    }

    Schedule any(Instant now) {
        Timing timing = TIMINGS.get(random.nextInt(TIMINGS.size()));
        LocalDateTime start = LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(random.nextInt(4000) - 1000L);
        return new Schedule(
                timing == Timing.ALL_DAY ? start.toLocalDate().atStartOfDay() : start,
                anyZone(),
                timing,
                random.nextInt(4) == 0 ? null : RULES.get(random.nextInt(RULES.size())),
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
    }
}

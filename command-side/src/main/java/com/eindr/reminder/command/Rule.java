package com.eindr.reminder.command;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule that has been read and found usable (RFC 5545 §3.3.10).
 *
 * <p>Lists are empty where the rule has no such part.
 *
 * @param count how many occurrences the rule has; 0 where it does not say
 * @param until where the rule ends; null where it does not say
 */
record Rule(
        Frequency frequency,
        long interval,
        List<Integer> months,
        List<Integer> weekNumbers,
        List<Integer> yearDays,
        List<Integer> monthDays,
        List<NthWeekday> weekdays,
        List<Integer> hours,
        List<Integer> minutes,
        List<Integer> setPositions,
        DayOfWeek weekStart,
        int count,
        @Nullable Until until) {

    /** The same rule, however many occurrences it has had. */
    Rule withoutCount() {
        return new Rule(
                frequency,
                interval,
                months,
                weekNumbers,
                yearDays,
                monthDays,
                weekdays,
                hours,
                minutes,
                setPositions,
                weekStart,
                0,
                until);
    }

    enum Frequency {
        YEARLY,
        MONTHLY,
        WEEKLY,
        DAILY,
        HOURLY,
        MINUTELY;

        /** Whether the rule steps along the time line rather than along the calendar. */
        boolean finerThanDaily() {
            return this == HOURLY || this == MINUTELY;
        }
    }

    /** A weekday, or the nth one of its month or year; counted from the end where {@code nth} is negative, 0 for every. */
    record NthWeekday(int nth, DayOfWeek day) {}

    /** The last moment that a rule allows, inclusive, in the kind in which it was written. */
    sealed interface Until {

        /** Whether an occurrence comes too late. */
        boolean excludes(LocalDateTime local, Instant instant);

        /** The last instant that counts where the clock shows the time of this zone. */
        Instant lastInstant(ZoneId zone);

        /** The whole day still counts, on the clock of the schedule's zone. */
        record Day(LocalDate day) implements Until {
            @Override
            public boolean excludes(LocalDateTime local, Instant instant) {
                return local.toLocalDate().isAfter(day);
            }

            @Override
            public Instant lastInstant(ZoneId zone) {
                return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
            }
        }

        /** A time on the clock of the schedule's zone. */
        record Local(LocalDateTime time) implements Until {
            @Override
            public boolean excludes(LocalDateTime local, Instant instant) {
                return local.isAfter(time);
            }

            @Override
            public Instant lastInstant(ZoneId zone) {
                return time.atZone(zone).toInstant();
            }
        }

        /** A moment on the time line. */
        record Utc(Instant time) implements Until {
            @Override
            public boolean excludes(LocalDateTime local, Instant instant) {
                return instant.isAfter(time);
            }

            @Override
            public Instant lastInstant(ZoneId zone) {
                return time;
            }
        }
    }
}

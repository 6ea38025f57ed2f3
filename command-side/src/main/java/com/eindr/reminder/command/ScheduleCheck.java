package com.eindr.reminder.command;

import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What must be true of every schedule, besides its rule, and of every time that a person gives. */
final class ScheduleCheck {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final Duration SHORTEST_NAG = Duration.ofMinutes(1);
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
    private static final Duration LONGEST_NAG = Duration.ofDays(1);

    private ScheduleCheck() {}

    /**
     * Passes schedules that make sense.
     *
     * @throws Refusal INVALID_SCHEDULE, naming the field
     */
    static void check(Schedule schedule) {
        start("start", schedule.start());
        if (schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION && !schedule.repeats()) {
            throw invalid("repeatFrom", "A reminder that does not repeat has nothing to repeat from.");
        }
        Duration nagEvery = schedule.nagEvery();
        if (nagEvery != null && (nagEvery.compareTo(SHORTEST_NAG) < 0 || nagEvery.compareTo(LONGEST_NAG) > 0)) {
            throw invalid("nagEvery", "A reminder nags at most every minute and at least every day.");
        }
    }

    /** Passes local times that can be reckoned with and named. */
    static void start(String field, LocalDateTime start) {
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw invalid(field, "The year lies between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
        }
        if (!start.equals(start.truncatedTo(ChronoUnit.SECONDS))) {
            throw invalid(field, "The time has whole seconds.");
        }
    }

    /** Passes moments to which an occurrence can be put off. */
    static void snooze(Instant until, Instant now) {
        future("until", until, now);
        if (until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw invalid("until", "Nothing is put off for longer than a year.");
        }
    }

    static void future(String field, Instant moment, Instant now) {
        if (!moment.isAfter(now)) {
            throw Refusal.ofField(ReminderRefusal.NOT_IN_THE_FUTURE, field, "It is " + now + " already.");
        }
    }

    private static Refusal invalid(String field, String detail) {
        return Refusal.ofField(ReminderRefusal.INVALID_SCHEDULE, field, detail);
    }
}

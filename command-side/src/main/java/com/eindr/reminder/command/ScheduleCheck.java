package com.eindr.reminder.command;

import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Refusal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What must be true of every schedule, besides its rule. */
final class ScheduleCheck {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final Duration SHORTEST_NAG = Duration.ofMinutes(1);
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

    static Refusal invalid(String field, String detail) {
        return Refusal.ofField(ReminderRefusal.INVALID_SCHEDULE, field, detail);
    }
}

package com.eindr.reminder.command;

import com.eindr.reminder.OnMissed;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What happens to reminders at random. */
final class Lives {
    private Lives() {}

    enum Deed {
        WAIT,
        RING,
        RING_AN_OLD_ALARM,
        COMPLETE,
        SKIP,
        SNOOZE,
        MOVE,
        RESCHEDULE,
        CHANGE_MANNER,
        TRAVEL,
        CANCEL,
        REINSTATE,
        REOPEN,
        WITHDRAW
    }

    /**
     * @param choice which occurrence, zone or time, as the deed understands it
     * @param minutes how long to wait, or until when
     */
    record Step(Deed deed, int choice, int minutes) {}

    /** Schedules that the naive reminder understands. */
    static final class AnySchedule implements ArbitrarySupplier<Schedule> {
        @Override
        public Arbitrary<Schedule> get() {
            Arbitrary<String> rules = Arbitraries.of(
                    "",
                    "FREQ=DAILY;INTERVAL=1",
                    "FREQ=DAILY;INTERVAL=3",
                    "FREQ=DAILY;INTERVAL=1;COUNT=3",
                    "FREQ=DAILY;INTERVAL=2;COUNT=6");
            return Combinators.combine(
                            rules,
                            Arbitraries.of(RepeatFrom.class),
                            Arbitraries.of(OnMissed.class),
                            Arbitraries.of(Timing.FIXED, Timing.FLOATING),
                            Arbitraries.of(0, 0, 5, 600),
                            Arbitraries.integers().between(0, 48))
                    .as((rule, repeatFrom, onMissed, timing, nag, hours) -> new Schedule(
                            LocalDateTime.of(2026, 12, 1, 9, 0).plusHours(hours),
                            ReminderFixture.KARACHI,
                            // Which passed occurrences a journey brings back is left to the examples.
                            repeatFrom == RepeatFrom.FIRST_FUTURE ? Timing.FIXED : timing,
                            rule.isEmpty() ? null : rule,
                            rule.isEmpty() && repeatFrom == RepeatFrom.FROM_COMPLETION
                                    ? RepeatFrom.FROM_DUE
                                    : repeatFrom,
                            onMissed,
                            nag == 0 ? null : Duration.ofMinutes(nag)));
        }
    }

    /** Lives in which ringing is what happens most. */
    static final class AnyLife implements ArbitrarySupplier<List<Step>> {
        @Override
        public Arbitrary<List<Step>> get() {
            Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                    Tuple.of(8, Arbitraries.just(Deed.RING)), Tuple.of(8, Arbitraries.of(Deed.class)));
            Arbitrary<Step> steps = Combinators.combine(
                            deeds,
                            Arbitraries.integers().between(0, 40),
                            Arbitraries.oneOf(
                                    Arbitraries.integers().between(1, 90),
                                    Arbitraries.integers().between(1, 3 * 24 * 60)))
                    .as(Step::new);
            return steps.list().ofMinSize(1).ofMaxSize(40);
        }
    }
}

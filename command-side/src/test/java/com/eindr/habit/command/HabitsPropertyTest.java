package com.eindr.habit.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.habit.command.Habits.Found;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.command.Rfc5545Calendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever people do, and whenever. */
class HabitsPropertyTest {
    private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 1);
    static final int MINUTES_A_DAY = 24 * 60;

    @Property
    void three_weeks_are_found_at_any_time_of_any_day_however_unpunctual(
            @ForAll @IntRange(max = 700) int day,
            @ForAll @IntRange(max = MINUTES_A_DAY - 1) int minute,
            @ForAll @Size(3) List<@IntRange(min = -20, max = 20) Integer> late) {
        Traces traces = new Traces();
        LocalDateTime first = BEGINNING.plusDays(day).atStartOfDay().plusMinutes(minute);
        for (int week = 0; week < 3; week++) {
            traces.done("Swim", first.plusWeeks(week).plusMinutes(late.get(week)));
        }
        Found found = Habits.in(traces.all()).found().getFirst();
        Schedule schedule = found.schedule();
        assertThat(schedule.recurrence()).startsWith("FREQ=WEEKLY;BYDAY=");
        assertThat(schedule.start().getMinute() % 5).isZero();
        assertThat(Math.abs(first.plusWeeks(3).until(schedule.start(), ChronoUnit.MINUTES)))
                .isLessThanOrEqualTo(23);
        assertThat(new Rfc5545Calendar(LocalTime.of(9, 0))
                        .occurrences(schedule)
                        .next()
                        .id()
                        .value())
                .isEqualTo(schedule.start().toString());
    }

    @Property
    void the_order_does_not_matter(
            @ForAll @Size(max = 40) List<@IntRange(max = 40 * MINUTES_A_DAY) Integer> minutes, @ForAll long seed) {
        List<Trace> traces = anything(minutes);
        List<Trace> shuffled = new ArrayList<>(traces);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Habits.in(shuffled)).isEqualTo(Habits.in(traces));
    }

    @Property
    void whatever_is_found_rests_on_evidence_and_goes_with_it(
            @ForAll @Size(max = 60) List<@IntRange(max = 30 * 24) Integer> hours) {
        List<Trace> traces = anything(hours.stream().map(hour -> hour * 60).toList());
        for (Found found : Habits.in(traces).found()) {
            assertThat(found.evidence()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
            assertThat(found.schedule().start())
                    .isAfter(LocalDateTime.ofInstant(
                            found.evidence().getLast().at(), found.schedule().timeZone()));
            List<Trace> undone = traces;
            for (Trace trace : traces) {
                if (found.members().contains(trace.reminderId())) {
                    undone = Traces.without(undone, traces.indexOf(trace));
                }
            }
            assertThat(Habits.in(undone).found()).noneMatch(left -> left.first().equals(found.first()));
        }
    }

    @Property
    void three_weeks_without_one_of_them_are_nothing(
            @ForAll @IntRange(max = 700) int day, @ForAll @IntRange(max = 2) int gone) {
        Traces traces = new Traces();
        for (int week = 0; week < 3; week++) {
            traces.done("Swim", BEGINNING.plusDays(day).plusWeeks(week).atTime(9, 0));
        }
        assertThat(Habits.in(Traces.without(traces.all(), gone)).found()).isEmpty();
    }

    private static List<Trace> anything(List<Integer> minutes) {
        Traces traces = new Traces();
        for (int minute : minutes) {
            traces.done(
                    minute % 3 == 0 ? "Swim" : "Run", BEGINNING.atStartOfDay().plusMinutes(minute));
        }
        return traces.all();
    }
}

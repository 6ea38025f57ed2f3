package com.eindr.habit.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.habit.HabitEvidence;
import com.eindr.habit.command.Habits.Found;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shows a habit, and what does not. 7 December 2026 is a Monday. */
class HabitsTest {
    private static final String SWIM = "Go swimming";

    private final Traces traces = new Traces();

    @Test
    void three_mondays_are_a_habit_and_two_are_none() {
        traces.done(SWIM, "2026-12-07T09:00", "2026-12-14T09:00");
        assertThat(found()).isEmpty();
        traces.done(SWIM, "2026-12-21T09:00");
        Found swim = only();
        assertThat(swim.schedule().recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(swim.schedule().start()).isEqualTo(LocalDateTime.parse("2026-12-28T09:00"));
        assertThat(swim.schedule().timeZone()).isEqualTo(Traces.BERLIN);
        assertThat(swim.title()).isEqualTo(SWIM);
        assertThat(swim.first()).isEqualTo(traces.all().getFirst().reminderId());
        assertThat(swim.evidence())
                .extracting(HabitEvidence::reminderId)
                .containsExactlyElementsOf(
                        traces.all().stream().map(Trace::reminderId).toList());
    }

    @Test
    void the_time_is_the_middle_one_rounded_to_five_minutes() {
        traces.done(SWIM, "2026-12-07T08:31", "2026-12-14T09:02", "2026-12-21T09:08");
        assertThat(only().schedule().start()).isEqualTo(LocalDateTime.parse("2026-12-28T09:00"));
    }

    @Test
    void another_time_of_day_is_another_thing() {
        traces.done(SWIM, "2026-12-07T09:00", "2026-12-14T09:00", "2026-12-21T10:31");
        assertThat(found()).isEmpty();
    }

    @Test
    void four_days_of_five_with_one_of_the_weekend_are_daily() {
        traces.done(SWIM, "2026-12-04T20:00", "2026-12-05T20:00", "2026-12-07T20:00");
        assertThat(found()).isEmpty();
        traces.done(SWIM, "2026-12-08T20:00");
        assertThat(only().schedule().recurrence()).isEqualTo("FREQ=DAILY");
        assertThat(only().schedule().start()).isEqualTo(LocalDateTime.parse("2026-12-09T20:00"));
    }

    @Test
    void a_working_week_is_monday_to_friday_and_not_daily() {
        traces.done(SWIM, "2026-12-07T07:00", "2026-12-08T07:00", "2026-12-09T07:00", "2026-12-10T07:00");
        assertThat(found()).isEmpty();
        traces.done(SWIM, "2026-12-11T07:00");
        assertThat(only().schedule().recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        assertThat(only().schedule().start()).isEqualTo(LocalDateTime.parse("2026-12-14T07:00"));
    }

    @Test
    void the_same_day_of_three_months_is_monthly_and_so_is_the_last() {
        traces.done("Pay the rent", "2026-10-03T18:00", "2026-11-03T18:00", "2026-12-03T18:00");
        assertThat(only().schedule().recurrence()).isEqualTo("FREQ=MONTHLY;BYMONTHDAY=3");
        assertThat(only().schedule().start()).isEqualTo(LocalDateTime.parse("2027-01-03T18:00"));
        traces.done("Close the books", "2026-12-31T18:00", "2027-01-31T18:00", "2027-02-28T18:00");
        assertThat(found())
                .extracting(found -> found.schedule().recurrence())
                .containsExactly("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=3");
    }

    @Test
    void the_clock_change_does_not_matter() {
        traces.done(SWIM, "2026-10-18T02:30", "2026-10-25T02:30", "2026-11-01T02:30");
        assertThat(only().schedule().start()).isEqualTo(LocalDateTime.parse("2026-11-08T02:30"));
    }

    @Test
    void what_is_done_around_midnight_is_done_in_one_night() {
        traces.done(SWIM, "2026-12-06T23:50", "2026-12-14T00:10", "2026-12-20T23:55");
        assertThat(only().schedule().recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=SU");
        assertThat(only().schedule().start()).isEqualTo(LocalDateTime.parse("2026-12-27T23:55"));
    }

    @Test
    void where_it_was_planned_for_any_time_it_counts_when_it_was_done() {
        traces.plannedAndDone(SWIM, "2026-12-07T06:00", "2026-12-07T21:00")
                .plannedAndDone(SWIM, "2026-12-14T12:00", "2026-12-14T21:10")
                .plannedAndDone(SWIM, "2026-12-21T17:00", "2026-12-21T20:50");
        assertThat(only().schedule().start()).isEqualTo(LocalDateTime.parse("2026-12-28T21:00"));
    }

    @Test
    void letters_and_punctuation_do_not_matter_and_words_do() {
        traces.done("Go swimming!", "2026-12-07T09:00")
                .done("go  SWIMMING", "2026-12-14T09:00")
                .done("Go running", "2026-12-21T09:00");
        assertThat(found()).isEmpty();
        traces.done("go swimming", "2026-12-21T09:00");
        assertThat(only().title()).isEqualTo("go swimming");
    }

    @Test
    void what_means_the_same_is_the_same() {
        List<Byte> meaning = Collections.nCopies(384, (byte) 7);
        List<Byte> other = Collections.nCopies(384, (byte) -7);
        traces.meaning(meaning, "Call mother", "2026-12-07T09:00")
                .meaning(meaning, "Phone mum", "2026-12-14T09:00")
                .meaning(other, "Sell the car", "2026-12-21T09:00");
        assertThat(found()).isEmpty();
        traces.meaning(meaning, "Ring mum", "2026-12-21T09:00");
        assertThat(only().title()).isEqualTo("Ring mum");
    }

    @Test
    void another_number_is_another_thing_whatever_it_means() {
        List<Byte> meaning = Collections.nCopies(384, (byte) 7);
        traces.meaning(meaning, "Send invoice 17", "2026-12-07T09:00")
                .meaning(meaning, "Send invoice 18", "2026-12-14T09:00")
                .meaning(meaning, "Send invoice 19", "2026-12-21T09:00");
        assertThat(found()).isEmpty();
    }

    @Test
    void what_a_series_reminds_of_is_not_found() {
        traces.done(SWIM, "2026-12-07T09:00", "2026-12-14T09:00", "2026-12-21T09:00")
                .repeating("Go swimming.");
        assertThat(found()).isEmpty();
        assertThat(Habits.in(traces.all()).repeated()).hasSize(4);
    }

    @Test
    void what_was_called_off_does_not_count() {
        traces.done(SWIM, "2026-12-07T09:00", "2026-12-14T09:00").cancelled(SWIM, "2026-12-21T09:00");
        assertThat(found()).isEmpty();
    }

    @Test
    void a_habit_that_has_ended_is_none() {
        traces.done(SWIM, "2026-12-07T09:00", "2026-12-14T09:00", "2026-12-21T09:00", "2027-01-06T09:00");
        assertThat(found()).isEmpty();
    }

    private List<Found> found() {
        return Habits.in(traces.all()).found();
    }

    private Found only() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }
}

package com.eindr.reminder.command;

import static com.eindr.reminder.command.Schedules.allDay;
import static com.eindr.reminder.command.Schedules.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the calendar says of days that people know. */
class Rfc5545CalendarTest {
    private final OccurrenceCalendar calendar = new Rfc5545Calendar(LocalTime.of(9, 0));

    @Test
    void a_schedule_without_a_rule_has_one_occurrence() {
        Schedule once = fixed("2026-12-01T09:00", "Asia/Karachi", null);

        assertThat(first(once, 2)).containsExactly(of("2026-12-01T09:00", "2026-12-01T04:00:00Z", Adjustment.NONE));
        assertThat(calendar.firstAfter(once, new OccurrenceId("2026-12-01T09:00")))
                .isEmpty();
        assertThat(calendar.find(once, new OccurrenceId("2026-12-01T09:00:00")))
                .contains(of("2026-12-01T09:00", "2026-12-01T04:00:00Z", Adjustment.NONE));
        assertThat(calendar.find(once, new OccurrenceId("2026-12-01T09:01"))).isEmpty();
        assertThat(calendar.occurrencesFrom(once, LocalDateTime.of(2026, 12, 1, 9, 1)))
                .isExhausted();
    }

    @Test
    void a_time_inside_a_gap_moves_forward_by_the_gap() {
        assertThat(first(fixed("2026-03-28T02:30", "Europe/Berlin", "FREQ=DAILY"), 3))
                .containsExactly(
                        of("2026-03-28T02:30", "2026-03-28T01:30:00Z", Adjustment.NONE),
                        of("2026-03-29T02:30", "2026-03-29T01:30:00Z", Adjustment.GAP),
                        of("2026-03-30T02:30", "2026-03-30T00:30:00Z", Adjustment.NONE));
    }

    @Test
    void an_ambiguous_time_takes_the_first_offset() {
        assertThat(first(fixed("2026-10-31T01:30", "America/New_York", "FREQ=DAILY"), 3))
                .containsExactly(
                        of("2026-10-31T01:30", "2026-10-31T05:30:00Z", Adjustment.NONE),
                        of("2026-11-01T01:30", "2026-11-01T05:30:00Z", Adjustment.OVERLAP),
                        of("2026-11-02T01:30", "2026-11-02T06:30:00Z", Adjustment.NONE));
    }

    @Test
    void lord_howe_changes_its_clocks_by_half_an_hour() {
        assertThat(first(fixed("2026-10-03T02:15", "Australia/Lord_Howe", "FREQ=DAILY"), 3))
                .containsExactly(
                        of("2026-10-03T02:15", "2026-10-02T15:45:00Z", Adjustment.NONE),
                        of("2026-10-04T02:15", "2026-10-03T15:45:00Z", Adjustment.GAP),
                        of("2026-10-05T02:15", "2026-10-04T15:15:00Z", Adjustment.NONE));
        assertThat(first(fixed("2026-04-05T01:45", "Australia/Lord_Howe", null), 1))
                .containsExactly(of("2026-04-05T01:45", "2026-04-04T14:45:00Z", Adjustment.OVERLAP));
    }

    @Test
    void apia_skipped_a_whole_day() {
        assertThat(first(fixed("2011-12-29T08:00", "Pacific/Apia", "FREQ=DAILY"), 3))
                .containsExactly(
                        of("2011-12-29T08:00", "2011-12-29T18:00:00Z", Adjustment.NONE),
                        of("2011-12-30T08:00", "2011-12-30T18:00:00Z", Adjustment.GAP),
                        of("2011-12-31T08:00", "2011-12-30T18:00:00Z", Adjustment.NONE));
    }

    @Test
    void casablanca_turns_its_clock_back_for_ramadan() {
        // Ramadan 2026 begins on 18 February; the clock goes back at three on the Sunday before.
        assertThat(first(fixed("2026-02-15T02:30", "Africa/Casablanca", null), 1))
                .containsExactly(of("2026-02-15T02:30", "2026-02-15T01:30:00Z", Adjustment.OVERLAP));
        assertThat(first(fixed("2026-03-22T02:30", "Africa/Casablanca", null), 1))
                .containsExactly(of("2026-03-22T02:30", "2026-03-22T02:30:00Z", Adjustment.GAP));
    }

    @Test
    void hourly_rules_are_even_in_utc_and_name_instants() {
        assertThat(names(fixed("2026-10-25T01:00", "Europe/Berlin", "FREQ=HOURLY"), 4))
                .containsExactly("2026-10-24T23:00Z", "2026-10-25T00:00Z", "2026-10-25T01:00Z", "2026-10-25T02:00Z");
        assertThat(names(fixed("2026-03-29T01:30", "Europe/Berlin", "FREQ=MINUTELY;INTERVAL=45"), 3))
                .containsExactly("2026-03-29T00:30Z", "2026-03-29T01:15Z", "2026-03-29T02:00Z");
    }

    @Test
    void hours_of_an_hourly_rule_are_read_off_the_clock_of_the_zone() {
        assertThat(names(
                        fixed("2026-12-01T08:20", "Asia/Karachi", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10;BYDAY=TU"), 7))
                .containsExactly(
                        "2026-12-01T04:00Z",
                        "2026-12-01T04:20Z",
                        "2026-12-01T04:40Z",
                        "2026-12-01T05:00Z",
                        "2026-12-01T05:20Z",
                        "2026-12-01T05:40Z",
                        "2026-12-08T04:00Z");
        assertThat(names(fixed("2026-12-01T08:20", "Asia/Kathmandu", "FREQ=HOURLY;BYMINUTE=0,30"), 3))
                .containsExactly("2026-12-01T02:45Z", "2026-12-01T03:15Z", "2026-12-01T03:45Z");
        assertThat(names(fixed("2026-12-01T08:00", "UTC", "FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=-1"), 2))
                .containsExactly("2026-12-01T08:40Z", "2026-12-01T09:40Z");
    }

    @Test
    void a_sparse_hourly_rule_is_not_mistaken_for_one_that_never_comes_true() {
        assertThat(names(fixed("2026-01-01T10:00", "Europe/Berlin", "FREQ=MINUTELY;BYMONTH=12;BYMONTHDAY=24"), 1))
                .containsExactly("2026-12-23T23:00Z");
        assertThat(names(fixed("2097-01-01T10:00", "UTC", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=7"), 2))
                .containsExactly("2104-02-29T07:00Z", "2108-02-29T07:00Z");
    }

    @Test
    void a_start_that_the_rule_does_not_yield_is_no_occurrence() {
        assertThat(names(fixed("2026-12-02T09:00", "UTC", "FREQ=WEEKLY;BYDAY=MO;COUNT=2"), 3))
                .containsExactly("2026-12-07T09:00", "2026-12-14T09:00");
    }

    @Test
    void days_that_a_month_lacks_are_left_out() {
        assertThat(names(fixed("2027-01-31T09:00", "UTC", "FREQ=MONTHLY"), 4))
                .containsExactly("2027-01-31T09:00", "2027-03-31T09:00", "2027-05-31T09:00", "2027-07-31T09:00");
        assertThat(names(fixed("2028-02-29T09:00", "UTC", "FREQ=YEARLY"), 2))
                .containsExactly("2028-02-29T09:00", "2032-02-29T09:00");
        assertThat(names(fixed("2027-01-01T09:00", "UTC", "FREQ=YEARLY;BYMONTHDAY=-1;COUNT=3"), 5))
                .containsExactly("2027-01-31T09:00", "2027-02-28T09:00", "2027-03-31T09:00");
    }

    @Test
    void the_examples_of_the_standard_come_out_as_it_says() {
        assertThat(names(
                        fixed("1997-09-29T09:00", "America/New_York", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"),
                        3))
                .containsExactly("1997-09-29T09:00", "1997-10-30T09:00", "1997-11-27T09:00");
        assertThat(names(fixed("1997-05-12T09:00", "America/New_York", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"), 3))
                .containsExactly("1997-05-12T09:00", "1998-05-11T09:00", "1999-05-17T09:00");
        assertThat(names(
                        fixed(
                                "1997-01-01T09:00",
                                "America/New_York",
                                "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200"),
                        5))
                .containsExactly(
                        "1997-01-01T09:00",
                        "1997-04-10T09:00",
                        "1997-07-19T09:00",
                        "2000-01-01T09:00",
                        "2000-04-09T09:00");
        assertThat(names(
                        fixed(
                                "1996-11-05T09:00",
                                "America/New_York",
                                "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"),
                        3))
                .containsExactly("1996-11-05T09:00", "2000-11-07T09:00", "2004-11-02T09:00");
        assertThat(names(
                        fixed(
                                "1997-08-05T09:00",
                                "America/New_York",
                                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"),
                        5))
                .containsExactly("1997-08-05T09:00", "1997-08-17T09:00", "1997-08-19T09:00", "1997-08-31T09:00");
        assertThat(names(
                        fixed("1997-09-02T09:00", "America/New_York", "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20;COUNT=5"),
                        6))
                .containsExactly(
                        "1997-09-02T09:00",
                        "1997-09-02T09:20",
                        "1997-09-02T10:00",
                        "1997-09-02T10:20",
                        "1997-09-03T09:00");
    }

    @Test
    void until_includes_its_last_moment_in_whichever_way_it_is_written() {
        assertThat(names(fixed("2026-12-01T09:00", "Asia/Karachi", "FREQ=DAILY;UNTIL=20261203"), 9))
                .hasSize(3);
        assertThat(names(fixed("2026-12-01T09:00", "Asia/Karachi", "FREQ=DAILY;UNTIL=20261203T090000"), 9))
                .hasSize(3);
        assertThat(names(fixed("2026-12-01T09:00", "Asia/Karachi", "FREQ=DAILY;UNTIL=20261203T040000Z"), 9))
                .hasSize(3);
        assertThat(names(fixed("2026-12-01T09:00", "Asia/Karachi", "FREQ=DAILY;UNTIL=20261203T035959Z"), 9))
                .hasSize(2);
        assertThat(names(fixed("2026-12-01T09:00", "Asia/Karachi", "FREQ=HOURLY;UNTIL=20261201T110000"), 9))
                .hasSize(3);
        assertThat(names(fixed("2026-12-01T22:00", "Asia/Karachi", "FREQ=HOURLY;UNTIL=20261201"), 9))
                .hasSize(2);
        assertThat(names(allDay("2026-12-01", "Asia/Karachi", "FREQ=DAILY;UNTIL=20261203"), 9))
                .hasSize(3);
    }

    @Test
    void whole_days_ring_at_their_hour_and_are_named_by_date() {
        assertThat(first(allDay("2026-12-01", "Asia/Karachi", "FREQ=WEEKLY"), 2))
                .containsExactly(
                        of("2026-12-01", "2026-12-01T04:00:00Z", Adjustment.NONE),
                        of("2026-12-08", "2026-12-08T04:00:00Z", Adjustment.NONE));
        Schedule once = allDay("2026-12-01", "Asia/Karachi", null);
        assertThat(calendar.find(once, new OccurrenceId("2026-12-01"))).isPresent();
        assertThat(calendar.find(once, new OccurrenceId("2026-12-01T00:00"))).isEmpty();
    }

    @Test
    void a_completion_begins_a_series_anew() {
        Schedule everyThirdDay = fixed("2026-12-01T09:00", "Europe/Berlin", "FREQ=DAILY;INTERVAL=3;COUNT=5");
        ZonedDateTime done = ZonedDateTime.parse("2026-12-02T20:15:00+01:00[Europe/Berlin]");

        assertThat(names(calendar.afterCompletion(everyThirdDay, done, 1), 2))
                .containsExactly("2026-12-05T09:00", "2026-12-08T09:00");
        assertThat(names(calendar.afterCompletion(everyThirdDay, done.withHour(7), 1), 1))
                .as("done before its time is done for that day")
                .containsExactly("2026-12-05T09:00");
        assertThat(calendar.afterCompletion(everyThirdDay, done, 5))
                .as("the fifth was the last")
                .isExhausted();
        assertThat(names(
                        calendar.afterCompletion(
                                fixed("2026-12-01T09:00:20", "Europe/Berlin", "FREQ=MINUTELY;INTERVAL=90"), done, 1),
                        1))
                .containsExactly("2026-12-02T20:45:20Z");
        assertThat(names(
                        calendar.afterCompletion(
                                fixed("2026-12-01T09:00", "Europe/Berlin", "FREQ=DAILY;BYHOUR=9,21;UNTIL=20261202"),
                                done,
                                1),
                        9))
                .containsExactly("2026-12-02T21:00");
    }

    @Test
    void schedules_that_make_sense_pass() {
        assertThatCode(() -> {
                    calendar.check(fixed("2026-12-01T09:00", "UTC", null));
                    calendar.check(fixed("2026-12-01T09:00", "UTC", "freq=daily"));
                    calendar.check(allDay("2026-12-01", "UTC", "FREQ=YEARLY;UNTIL=20301201"));
                    calendar.check(Schedules.of(
                            "2026-12-01T09:00", "UTC", Timing.FLOATING, "FREQ=DAILY;UNTIL=20301201T090000"));
                })
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> calendar.check(fixed("1969-12-31T09:00", "UTC", null)))
                .hasMessageContaining("1970");
    }

    private List<String> names(Schedule schedule, int atMost) {
        return names(calendar.occurrences(schedule), atMost);
    }

    private static List<String> names(Iterator<Occurrence> occurrences, int atMost) {
        return take(occurrences, atMost).stream()
                .map(occurrence -> occurrence.id().value())
                .toList();
    }

    private List<Occurrence> first(Schedule schedule, int atMost) {
        return take(calendar.occurrences(schedule), atMost);
    }

    private static List<Occurrence> take(Iterator<Occurrence> occurrences, int atMost) {
        List<Occurrence> taken = new ArrayList<>();
        while (taken.size() < atMost && occurrences.hasNext()) {
            taken.add(occurrences.next());
        }
        return taken;
    }

    private static Occurrence of(String id, String dueAt, Adjustment adjustment) {
        return new Occurrence(new OccurrenceId(id), Instant.parse(dueAt), adjustment);
    }
}

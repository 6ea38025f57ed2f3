package com.eindr.reminder.command;

import static com.eindr.reminder.command.Schedules.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.Schedule;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the calendar says where it ends. */
class CalendarEdgesTest {
    private final OccurrenceCalendar calendar = new Rfc5545Calendar(LocalTime.of(9, 0));

    @Test
    void names_that_are_no_names_are_not_found() {
        Schedule daily = fixed("2026-12-01T09:00", "UTC", "FREQ=DAILY");
        Schedule hourly = fixed("2026-12-01T09:00", "UTC", "FREQ=HOURLY");
        for (String name : List.of(
                "",
                "Z",
                "T",
                "tomorrow",
                "2026-12-01",
                "2026-12-01T09:00Z",
                "2026-02-31T09:00",
                "+999999999-12-31T09:00",
                "-999999999-01-01T00:00",
                "2026-12-01T10:00",
                "2026-11-30T09:00",
                "+12026-12-01T09:00")) {
            assertThat(calendar.find(daily, new OccurrenceId(name))).as(name).isEmpty();
        }
        for (String name : List.of(
                "",
                "Z",
                "2026-12-01T09:00",
                "2026-12-01T09:01Z",
                "+999999999-12-31T09:00Z",
                "-999999999-01-01T00:00Z")) {
            assertThat(calendar.find(hourly, new OccurrenceId(name))).as(name).isEmpty();
        }
    }

    @Test
    void windows_beyond_the_calendar_are_empty_or_whole() {
        Schedule daily = fixed("2026-12-01T09:00", "Europe/Berlin", "FREQ=DAILY");
        Schedule hourly = fixed("2026-12-01T09:00", "Europe/Berlin", "FREQ=HOURLY");
        for (Schedule schedule : List.of(daily, hourly)) {
            assertThat(names(calendar.occurrencesFrom(schedule, LocalDateTime.MIN), 2))
                    .isEqualTo(names(schedule, 2));
            assertThat(calendar.occurrencesFrom(schedule, LocalDateTime.MAX)).isExhausted();
        }
        assertThat(names(fixed("9999-12-30T09:00", "UTC", "FREQ=DAILY"), 5)).hasSize(2);
        assertThat(names(fixed("9999-12-31T22:30", "UTC", "FREQ=HOURLY"), 5)).hasSize(2);
        assertThat(names(fixed("9999-12-27T09:00", "UTC", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"), 9))
                .hasSize(5);
    }

    private List<String> names(Schedule schedule, int atMost) {
        return names(calendar.occurrences(schedule), atMost);
    }

    private static List<String> names(Iterator<Occurrence> occurrences, int atMost) {
        return take(occurrences, atMost).stream()
                .map(occurrence -> occurrence.id().value())
                .toList();
    }

    private static List<Occurrence> take(Iterator<Occurrence> occurrences, int atMost) {
        List<Occurrence> taken = new ArrayList<>();
        while (taken.size() < atMost && occurrences.hasNext()) {
            taken.add(occurrences.next());
        }
        return taken;
    }
}

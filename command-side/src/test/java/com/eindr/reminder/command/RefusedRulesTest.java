package com.eindr.reminder.command;

import static com.eindr.reminder.ReminderRefusal.INVALID_RECURRENCE;
import static com.eindr.reminder.ReminderRefusal.RECURRENCE_TOO_FINE;
import static com.eindr.reminder.ReminderRefusal.RECURRENCE_WITHOUT_OCCURRENCE;
import static com.eindr.reminder.command.Schedules.allDay;
import static com.eindr.reminder.command.Schedules.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Refusal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that cannot be used, and rules that are meant to hurt. */
class RefusedRulesTest {
    /** Processor time. No bound of the code depends on it; it is what they are for. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private static final String EVERY_HOUR = list(0, 23);
    private static final String EVERY_MINUTE = list(0, 59);

    private final OccurrenceCalendar calendar = new Rfc5545Calendar(LocalTime.of(9, 0));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ";",
                "=",
                "FREQ",
                "FREQ=",
                "FREQ=;",
                "FREQ=FORTNIGHTLY",
                "RRULE:FREQ=DAILY",
                "INTERVAL=2",
                "FREQ=DAILY;;",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=x",
                "FREQ=DAILY;INTERVAL=99999999999",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=-3",
                "FREQ=DAILY;COUNT=100001",
                "FREQ=DAILY;COUNT=2147483647",
                "FREQ=DAILY;COUNT=2;UNTIL=20301231",
                "FREQ=DAILY;UNTIL=",
                "FREQ=DAILY;UNTIL=2030",
                "FREQ=DAILY;UNTIL=20300231",
                "FREQ=DAILY;UNTIL=20301301T000000",
                "FREQ=DAILY;UNTIL=20300101T250000",
                "FREQ=MONTHLY;BYMONTHDAY=0",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=WEEKLY;BYMONTHDAY=1",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=YEARLY;BYMONTH=0",
                "FREQ=YEARLY;BYMONTH=5L",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=MONTHLY;BYDAY=54MO",
                "FREQ=MONTHLY;BYDAY=0MO",
                "FREQ=DAILY;BYHOUR=24",
                "FREQ=DAILY;BYMINUTE=60",
                "FREQ=DAILY;BYSETPOS=1",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0",
                "FREQ=DAILY;BYYEARDAY=1",
                "FREQ=MONTHLY;BYWEEKNO=1",
                "FREQ=DAILY;X-NOTE=1",
                "FREQ=DAILY;NONSENSE=1",
                "FREQ=MONTHLY;RSCALE=HEBREW",
                "FREQ=MONTHLY;SKIP=FORWARD",
                "FREQ=DAILY;_BYDAY_FILTER=MO",
                "FREQ=DAILY;_SANITY_FILTER=1",
                "FREQ=DAILY\nX",
                "\u0000"
            })
    void a_malformed_rule_is_refused(String rule) {
        assertRefused(fixed("2026-12-01T09:00", "Europe/Berlin", rule), INVALID_RECURRENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=SECONDLY;INTERVAL=60",
                "FREQ=MINUTELY;BYSECOND=0,30",
                "FREQ=DAILY;BYSECOND=5"
            })
    void a_rule_finer_than_a_minute_is_refused(String rule) {
        assertRefused(fixed("2026-12-01T09:00", "Europe/Berlin", rule), RECURRENCE_TOO_FINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30,31",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;UNTIL=20261130",
                "FREQ=DAILY;UNTIL=20261201T085959",
                "FREQ=HOURLY;UNTIL=20200101T000000Z",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "FREQ=YEARLY;INTERVAL=2147483647;BYMONTH=1;BYMONTHDAY=1",
                "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
                "FREQ=MINUTELY;INTERVAL=60;BYMINUTE=1",
                "FREQ=HOURLY;INTERVAL=2;BYHOUR=10;BYMONTHDAY=1;BYDAY=MO;BYMONTH=2;BYYEARDAY=1",
                "FREQ=MINUTELY;BYHOUR=3;BYMINUTE=3;BYSETPOS=2",
                "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=53MO",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=500",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTH=1",
                "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=366;BYMONTH=1"
            })
    void a_rule_that_never_comes_true_is_refused_at_once(String rule) {
        Schedule schedule = fixed("2026-12-01T09:00", "Europe/Berlin", rule);

        assertThat(fastest(() -> assertRefused(schedule, RECURRENCE_WITHOUT_OCCURRENCE)))
                .isLessThan(AT_ONCE);
    }

    @Test
    void a_first_occurrence_ten_years_away_is_too_far() {
        Schedule tenYears = fixed("2026-12-01T09:00", "UTC", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1;UNTIL=21001231");
        calendar.check(tenYears);
        assertRefused(
                fixed("2026-12-01T09:00", "UTC", "FREQ=YEARLY;INTERVAL=11;BYMONTH=11;BYMONTHDAY=1"),
                RECURRENCE_WITHOUT_OCCURRENCE);
    }

    @Test
    void whole_days_have_no_hours() {
        for (String rule : List.of(
                "FREQ=HOURLY",
                "FREQ=MINUTELY",
                "FREQ=DAILY;BYHOUR=9",
                "FREQ=DAILY;BYMINUTE=9",
                "FREQ=DAILY;UNTIL=20301231T000000Z")) {
            assertRefused(allDay("2026-12-01", "Europe/Berlin", rule), INVALID_RECURRENCE);
        }
    }

    @Test
    void a_rule_longer_than_a_rule_can_be_is_refused_unread() {
        assertRefused(
                fixed("2026-12-01T09:00", "UTC", "FREQ=DAILY;BYMONTH=" + "1,".repeat(250) + "1"), INVALID_RECURRENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=MINUTELY",
                "FREQ=MINUTELY;COUNT=100000",
                "FREQ=HOURLY;BYMINUTE=%2$s",
                "FREQ=MINUTELY;BYDAY=MO;BYHOUR=3",
                "FREQ=DAILY;BYHOUR=%1$s;BYMINUTE=%2$s",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=%1$s;BYMINUTE=%2$s",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=%1$s;BYMINUTE=%2$s;BYSETPOS=500,-500",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=%1$s;BYMINUTE=%2$s;COUNT=100000",
                "FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=MINUTELY;INTERVAL=2147483647",
                "FREQ=HOURLY;INTERVAL=2147483647",
                "FREQ=WEEKLY;INTERVAL=2147483647",
                "FREQ=MONTHLY;INTERVAL=2147483647",
                "FREQ=YEARLY;INTERVAL=2147483647"
            })
    void a_heavy_rule_is_answered_at_once_even_if_it_began_long_ago(String template) {
        Schedule schedule = fixed("1970-01-01T00:00", "Europe/Berlin", template.formatted(EVERY_HOUR, EVERY_MINUTE));

        assertThat(fastest(() -> {
                    assertThat(calendar.occurrences(schedule)).hasNext();
                    var _ = calendar.occurrencesFrom(schedule, LocalDateTime.of(2026, 12, 1, 9, 0));
                    calendar.firstAfter(schedule, new OccurrenceId("2026-12-01T09:00"));
                    calendar.find(schedule, new OccurrenceId("2026-12-01T09:00Z"));
                }))
                .isLessThan(AT_ONCE.multipliedBy(4));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void no_text_makes_the_calendar_fail_otherwise_than_by_refusing(@ForAll("texts") String text) {
        Schedule schedule = fixed("2026-12-01T09:00", "Europe/Berlin", text);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> calendar.check(schedule));
        if (refusal != null) {
            assertThat(refusal.field()).isEqualTo("recurrence");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "FREQ=",
                "DAILY",
                "WEEKLY",
                "MONTHLY",
                "YEARLY",
                "HOURLY",
                "MINUTELY",
                ";",
                ";",
                ",",
                "=",
                "INTERVAL=",
                "BYDAY=",
                "MO",
                "-1FR",
                "5SU",
                "BYMONTH=",
                "BYMONTHDAY=",
                "BYSETPOS=",
                "BYHOUR=",
                "UNTIL=",
                "20261231",
                "20270101T000000Z",
                "COUNT=",
                "WKST=",
                "-",
                "1",
                "2",
                "31",
                "0",
                "T",
                "Z",
                "é",
                " ");
        return piece.list().ofMaxSize(14).map(pieces -> "FREQ=" + String.join("", pieces));
    }

    private void assertRefused(Schedule schedule, ReminderRefusal reason) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> calendar.check(schedule));
        assertThat(refusal).as(String.valueOf(schedule.recurrence())).isNotNull();
        assertThat(refusal.reason()).as(refusal.detail()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo("recurrence");
    }

    /** Of this thread alone and the best of three, so that other work of the machine is not taken for the calendar's. */
    private static Duration fastest(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long began = threads.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
        }
        return Duration.ofNanos(best);
    }

    private static String list(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}

package com.eindr.reminder.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The calendar against two other readings of the standard, and against itself. */
class Rfc5545CalendarPropertyTest {
    private static final int DAYS = 1500;
    private final OccurrenceCalendar calendar = new Rfc5545Calendar(LocalTime.of(9, 0));

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void agrees_with_looking_at_every_day(@ForAll("cases") Case example) {
        List<Occurrence> expected = example.rule().occurrences(example.start(), example.zone(), DAYS);

        List<Occurrence> actual = stream(calendar.occurrences(example.schedule()))
                .takeWhile(occurrence -> LocalDateTime.parse(occurrence.id().value())
                        .isBefore(example.start().plusDays(DAYS)))
                .toList();

        assertThat(actual).isEqualTo(expected);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void agrees_with_lib_recur_where_lib_recur_answers(@ForAll("cases") Case example)
            throws InvalidRecurrenceRuleException {
        DayByDay parts = example.rule();
        // Two known differences. Of "yearly on the 5th" we understand every month's, lib-recur the start's month's; and
        // BYSETPOS counts in the whole first period for us, for lib-recur in what is left of it after the start.
        Assume.that(parts.positions().isEmpty());
        Assume.that(!parts.frequency().equals("YEARLY")
                || parts.monthDays().isEmpty()
                || !parts.months().isEmpty());
        RecurrenceRule rule = new RecurrenceRule(example.rule().text(), RecurrenceRule.RfcMode.RFC5545_STRICT);
        LocalDateTime start = example.start();
        DateTime first = new DateTime(
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond());

        List<String> actual = stream(calendar.occurrences(example.schedule()))
                .takeWhile(occurrence ->
                        LocalDateTime.parse(occurrence.id().value()).isBefore(start.plusDays(DAYS)))
                .map(occurrence -> occurrence.id().value())
                .toList();

        RecurrenceRuleIterator theirs;
        try {
            theirs = rule.iterator(first);
        } catch (IllegalArgumentException | IllegalStateException silentForTooLong) {
            assertThat(actual).isEmpty();
            return;
        }
        for (String occurrence : actual) {
            DateTime their = theirs.nextDateTime();
            assertThat(occurrence)
                    .isEqualTo(LocalDateTime.of(
                                    their.getYear(),
                                    their.getMonth() + 1,
                                    their.getDayOfMonth(),
                                    their.getHours(),
                                    their.getMinutes(),
                                    their.getSeconds())
                            .toString());
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void occurrences_grow_and_can_be_entered_anywhere(
            @ForAll("anything") Schedule schedule, @ForAll @IntRange(min = -100, max = 3000) int days) {
        LocalDateTime from = schedule.start().plusDays(days).plusHours(schedule.timing() == Timing.ALL_DAY ? 0 : 7);
        List<Occurrence> all = stream(calendar.occurrences(schedule)).limit(400).toList();
        List<Occurrence> later =
                stream(calendar.occurrencesFrom(schedule, from)).limit(50).toList();

        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).id()).isGreaterThan(all.get(i - 1).id());
        }
        String bound = calendar.place(schedule, from).id().value();
        List<Occurrence> expected = all.stream()
                .filter(occurrence -> occurrence.id().value().compareTo(bound) >= 0)
                .limit(50)
                .toList();
        boolean sawAll = all.size() < 400;
        assertThat(sawAll ? later : later.subList(0, expected.size())).isEqualTo(expected);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void every_occurrence_is_found_by_its_name_and_leads_to_the_next(@ForAll("anything") Schedule schedule) {
        List<Occurrence> all = stream(calendar.occurrences(schedule)).limit(30).toList();
        for (int i = 0; i + 1 < all.size(); i++) {
            assertThat(calendar.find(schedule, all.get(i).id())).contains(all.get(i));
            assertThat(calendar.firstAfter(schedule, all.get(i).id())).contains(all.get(i + 1));
        }
        if (!all.isEmpty() && all.size() < 30) {
            assertThat(calendar.firstAfter(schedule, all.getLast().id())).isEmpty();
        }
    }

    /** A rule, where it starts and in which zone. */
    record Case(DayByDay rule, LocalDateTime start, ZoneId zone) {
        Schedule schedule() {
            return Schedules.fixed(start.toString(), zone.getId(), rule.text());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(rules(), starts(), zones())
                .as((rule, start, zone) -> new Case(
                        rule.until() == null
                                ? rule
                                : new DayByDay(
                                        rule.frequency(),
                                        rule.interval(),
                                        rule.weekdays(),
                                        rule.monthDays(),
                                        rule.months(),
                                        rule.positions(),
                                        0,
                                        start.plusDays(rule.until().getDayOfYear() * 3L)),
                        start,
                        zone));
    }

    @Provide
    Arbitrary<Schedule> anything() {
        Arbitrary<Schedule> coarse = cases().map(Case::schedule);
        Arbitrary<String> fine = Arbitraries.of(
                "FREQ=HOURLY",
                "FREQ=HOURLY;INTERVAL=5",
                "FREQ=HOURLY;BYMINUTE=0,20,40;BYHOUR=9,10,17",
                "FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=-1",
                "FREQ=HOURLY;BYMONTH=3,10;BYDAY=SU",
                "FREQ=MINUTELY;INTERVAL=45",
                "FREQ=MINUTELY;BYHOUR=2;BYMINUTE=30",
                "FREQ=MINUTELY;INTERVAL=7;COUNT=300",
                "FREQ=MINUTELY;INTERVAL=90;BYMONTHDAY=-1");
        Arbitrary<Schedule> clockwise = Combinators.combine(fine, starts(), zones())
                .as((rule, start, zone) -> Schedules.fixed(start.toString(), zone.getId(), rule));
        Arbitrary<Schedule> days = Combinators.combine(rules(), starts(), zones())
                .as((rule, start, zone) -> Schedules.of(
                        start.toLocalDate() + "T00:00",
                        zone.getId(),
                        Timing.ALL_DAY,
                        rule.text().replaceAll(";UNTIL=.*", "")));
        Arbitrary<Schedule> once = Combinators.combine(starts(), zones())
                .as((start, zone) -> Schedules.fixed(start.toString(), zone.getId(), null));
        return Arbitraries.oneOf(coarse, clockwise, days, once);
    }

    private static Arbitrary<DayByDay> rules() {
        return Arbitraries.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").flatMap(Rfc5545CalendarPropertyTest::rules);
    }

    private static Arbitrary<DayByDay> rules(String frequency) {
        boolean numbered = frequency.equals("MONTHLY") || frequency.equals("YEARLY");
        Arbitrary<String> weekday = Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
        Arbitrary<String> nth = Combinators.combine(Arbitraries.of("", "", "1", "2", "5", "-1", "-2"), weekday)
                .as(String::concat);
        Arbitrary<List<String>> weekdays = some(numbered ? nth : weekday, 3);
        Arbitrary<Integer> monthDay = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 31), Arbitraries.integers().between(-31, -1));
        Arbitrary<List<Integer>> monthDays =
                frequency.equals("WEEKLY") ? Arbitraries.just(List.of()) : some(monthDay, 3);
        Arbitrary<List<Integer>> months = some(Arbitraries.integers().between(1, 12), 3);
        Arbitrary<List<Integer>> positions = some(Arbitraries.of(1, 2, 3, -1, -2), 2);
        Arbitrary<Integer> ends = Arbitraries.of(0, 0, 1, 2);
        Arbitrary<Integer> interval = Arbitraries.of(1, 1, 2, 3, 4, 13);
        Arbitrary<Integer> count = Arbitraries.integers().between(1, 40);
        return Combinators.combine(weekdays, monthDays, months, positions, ends, interval, count)
                .as((byDay, byMonthDay, byMonth, bySetPos, end, every, number) -> new DayByDay(
                        frequency,
                        every,
                        byDay,
                        byMonthDay,
                        byMonth,
                        byDay.isEmpty() && byMonthDay.isEmpty() && byMonth.isEmpty() ? List.of() : bySetPos,
                        end == 1 ? number : 0,
                        end == 2 ? LocalDateTime.of(2001, 1, 1, 0, 0).plusDays(number) : null));
    }

    private static <T> Arbitrary<List<T>> some(Arbitrary<T> elements, int atMost) {
        return Arbitraries.oneOf(
                Arbitraries.just(List.of()),
                elements.list().uniqueElements().ofMinSize(1).ofMaxSize(atMost));
    }

    private static Arbitrary<LocalDateTime> starts() {
        Arbitrary<LocalDateTime> anyDay = Combinators.combine(
                        Arbitraries.integers().between(0, 365 * 60),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 4 * 60),
                                Arbitraries.integers().between(0, 24 * 60 - 1)))
                .as((days, minutes) ->
                        LocalDateTime.of(1975, 1, 1, 0, 0).plusDays(days).plusMinutes(minutes));
        Arbitrary<LocalDateTime> beforeTheSkippedDay = Arbitraries.integers()
                .between(0, 60 * 24 * 30)
                .map(minutes -> LocalDateTime.of(2011, 12, 1, 0, 0).plusMinutes(minutes));
        return Arbitraries.frequencyOf(Tuple.of(5, anyDay), Tuple.of(1, beforeTheSkippedDay));
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Karachi",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Africa/Casablanca")
                .map(ZoneId::of);
    }

    private static Stream<Occurrence> stream(Iterator<Occurrence> occurrences) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(occurrences, 0), false);
    }
}

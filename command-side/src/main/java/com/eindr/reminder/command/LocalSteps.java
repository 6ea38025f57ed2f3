package com.eindr.reminder.command;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expands rules of DAILY and coarser in local time, regardless of zones, COUNT and UNTIL.
 *
 * <p>Period by period: the days that pass the {@link DayTest}, times the hours and minutes of the rule, of which BYSETPOS
 * picks some. A period's set is never written out, and the first period of interest is found by arithmetic, so that the
 * cost does not depend on how long ago the rule began or how many occurrences a period has.
 */
final class LocalSteps implements Supplier<@Nullable LocalDateTime> {
    /** Ids sort as text only up to here. */
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** A rule that has been silent for so long will not be missed. Leap days pause for 8 years, on a Monday for 40. */
    static final int LONGEST_SILENCE_YEARS = 100;

    private final Rule rule;
    private final LocalDate startDay;
    private final LocalDateTime from;
    private final DayTest test;
    private final List<LocalTime> times;

    private long period;
    private LocalDate silentUntil;
    private final long[] days = new long[366];
    private int[] picks = new int[0];
    private int next;
    private int end;

    /**
     * Begins with the first occurrence that is neither before the start nor before {@code from}.
     *
     * @param from not so far from today that dates cannot be reckoned with any more
     */
    LocalSteps(Rule rule, LocalDateTime start, LocalDateTime from) {
        this.rule = rule;
        this.startDay = start.toLocalDate();
        this.from = from.isAfter(start) ? from : start;
        this.test = new DayTest(rule, startDay);
        this.times = times(rule, start.toLocalTime());
        this.period = periodOf(this.from.toLocalDate());
        this.silentUntil = this.from.toLocalDate().plusYears(LONGEST_SILENCE_YEARS);
    }

    /** The next occurrence; null after the last. */
    @Override
    public @Nullable LocalDateTime get() {
        while (true) {
            while (next < end) {
                int index = picks.length == 0 ? next : picks[next];
                next++;
                LocalDateTime candidate =
                        LocalDate.ofEpochDay(days[index / times.size()]).atTime(times.get(index % times.size()));
                if (!candidate.isBefore(from)) {
                    silentUntil = candidate.toLocalDate().plusYears(LONGEST_SILENCE_YEARS);
                    return candidate;
                }
            }
            if (!openNextPeriod()) {
                return null;
            }
        }
    }

    private boolean openNextPeriod() {
        LocalDate first = firstDay(period);
        if (first == null || first.isAfter(silentUntil)) {
            return false;
        }
        period++;
        int allowed = 0;
        for (LocalDate day = first, last = lastDay(first); !day.isAfter(last); day = day.plusDays(1)) {
            if (test.allows(day)) {
                days[allowed++] = day.toEpochDay();
            }
        }
        pick(allowed * times.size());
        return true;
    }

    private void pick(int size) {
        next = 0;
        end = size;
        if (!rule.setPositions().isEmpty()) {
            picks = rule.setPositions().stream()
                    .mapToInt(position -> position > 0 ? position - 1 : size + position)
                    .filter(index -> index >= 0 && index < size)
                    .sorted()
                    .distinct()
                    .toArray();
            // An empty array means that there is no BYSETPOS, which is why the end is set apart.
            end = picks.length;
        }
    }

    /** The period that a day lies in or, between two periods, the earlier one; counted from the start's own. */
    private long periodOf(LocalDate day) {
        long units = switch (rule.frequency()) {
            case YEARLY -> day.getYear() - startDay.getYear();
            case MONTHLY -> months(day) - months(startDay);
            case WEEKLY -> Math.floorDiv(day.toEpochDay() - weekStart().toEpochDay(), 7L);
            case DAILY -> day.toEpochDay() - startDay.toEpochDay();
            case HOURLY, MINUTELY -> throw new IllegalArgumentException("steps along the time line");
        };
        return Math.max(0, units / rule.interval());
    }

    private @Nullable LocalDate firstDay(long number) {
        long units = number * rule.interval();
        return switch (rule.frequency()) {
            case YEARLY ->
                startDay.getYear() + units > LAST_DAY.getYear()
                        ? null
                        : LocalDate.of((int) (startDay.getYear() + units), 1, 1);
            case MONTHLY ->
                months(startDay) + units > months(LAST_DAY)
                        ? null
                        : YearMonth.from(startDay).plusMonths(units).atDay(1);
            case WEEKLY -> dayOrNull(weekStart().toEpochDay() + 7 * units);
            case DAILY -> dayOrNull(startDay.toEpochDay() + units);
            case HOURLY, MINUTELY -> throw new IllegalArgumentException("steps along the time line");
        };
    }

    private static @Nullable LocalDate dayOrNull(long epochDay) {
        return epochDay > LAST_DAY.toEpochDay() ? null : LocalDate.ofEpochDay(epochDay);
    }

    private LocalDate lastDay(LocalDate first) {
        return switch (rule.frequency()) {
            case YEARLY -> Year.from(first).atMonth(12).atEndOfMonth();
            case MONTHLY -> YearMonth.from(first).atEndOfMonth();
            case WEEKLY -> LocalDate.ofEpochDay(Math.min(first.toEpochDay() + 6, LAST_DAY.toEpochDay()));
            default -> first;
        };
    }

    private LocalDate weekStart() {
        return startDay.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
    }

    private static long months(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    private static List<LocalTime> times(Rule rule, LocalTime start) {
        List<Integer> hours = rule.hours().isEmpty() ? List.of(start.getHour()) : rule.hours();
        List<Integer> minutes = rule.minutes().isEmpty() ? List.of(start.getMinute()) : rule.minutes();
        Stream<LocalTime> all = hours.stream()
                .flatMap(hour ->
                        minutes.stream().map(minute -> start.withHour(hour).withMinute(minute)));
        return all.toList();
    }
}

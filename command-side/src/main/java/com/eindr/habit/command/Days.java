package com.eindr.habit.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a rule in days. Only the last days count, and there may be none among them that does not follow it: what was a habit
 * once is none now. The numbers are explained in decision 0141.
 */
final class Days {
    private static final int ON_WEEKDAYS = 5;
    private static final int OF_WEEKDAYS = 6;
    private static final int ON_DAYS = 4;
    private static final int OF_DAYS = 5;
    private static final int ON_WEEKS_OR_MONTHS = 3;
    /** The last day that every month has. */
    private static final int LAST_OF_ALL = 28;

    private Days() {}

    private enum Kind {
        WEEKDAYS,
        DAILY,
        WEEKLY,
        MONTHLY
    }

    /**
     * The last days, and what they follow.
     *
     * @param workdays the days of the week from Monday to Friday, or those beside them where they were moved over midnight
     */
    record Run(Kind kind, List<LocalDate> days, int workdays) {

        /** The same some days later or earlier; null where that follows no rule. */
        @Nullable
        Run movedBy(int by) {
            Run moved = new Run(kind, days.stream().map(day -> day.plusDays(by)).toList(), workdays + by);
            return kind != Kind.MONTHLY || monthly(moved.days) ? moved : null;
        }

        String rule() {
            LocalDate last = days.getLast();
            return switch (kind) {
                case DAILY -> "FREQ=DAILY";
                case WEEKDAYS ->
                    "FREQ=WEEKLY;BYDAY="
                            + IntStream.rangeClosed(0, 4)
                                    .mapToObj(day -> code(DayOfWeek.MONDAY.plus(day + workdays)))
                                    .collect(Collectors.joining(","));
                case WEEKLY -> "FREQ=WEEKLY;BYDAY=" + code(last.getDayOfWeek());
                case MONTHLY -> "FREQ=MONTHLY;BYMONTHDAY=" + (atEnd(days) ? -1 : last.getDayOfMonth());
            };
        }

        /** The first day after them. */
        LocalDate next() {
            LocalDate last = days.getLast();
            return switch (kind) {
                case DAILY -> last.plusDays(1);
                case WEEKDAYS -> {
                    LocalDate day = last.plusDays(1);
                    while (isWeekend(day.minusDays(workdays))) {
                        day = day.plusDays(1);
                    }
                    yield day;
                }
                case WEEKLY -> last.plusWeeks(1);
                case MONTHLY -> atEnd(days) ? YearMonth.from(last).plusMonths(1).atEndOfMonth() : last.plusMonths(1);
            };
        }

        private static String code(DayOfWeek day) {
            return day.name().substring(0, 2);
        }
    }

    /** @param days different ones in order */
    static @Nullable Run latest(List<LocalDate> days) {
        List<LocalDate> five = last(days, ON_WEEKDAYS);
        if (five.stream().noneMatch(Days::isWeekend) && workdays(five) <= OF_WEEKDAYS) {
            return run(Kind.WEEKDAYS, five);
        }
        List<LocalDate> four = last(days, ON_DAYS);
        // Four days of a working week may be all of them: it takes a weekend to know.
        if (four.stream().anyMatch(Days::isWeekend)
                && four.getFirst().until(four.getLast(), ChronoUnit.DAYS) < OF_DAYS) {
            return run(Kind.DAILY, four);
        }
        List<LocalDate> three = last(days, ON_WEEKS_OR_MONTHS);
        if (three.isEmpty()) {
            return null;
        }
        if (three.get(1).equals(three.get(0).plusWeeks(1))
                && three.get(2).equals(three.get(1).plusWeeks(1))) {
            return run(Kind.WEEKLY, three);
        }
        return monthly(three) ? run(Kind.MONTHLY, three) : null;
    }

    private static Run run(Kind kind, List<LocalDate> days) {
        return new Run(kind, List.copyOf(days), 0);
    }

    /** None where there are not so many. */
    private static List<LocalDate> last(List<LocalDate> days, int count) {
        return days.size() < count ? List.of() : days.subList(days.size() - count, days.size());
    }

    private static boolean monthly(List<LocalDate> days) {
        LocalDate first = days.getFirst();
        boolean sameDay = first.getDayOfMonth() <= LAST_OF_ALL
                && days.stream().allMatch(day -> day.getDayOfMonth() == first.getDayOfMonth());
        return (sameDay || atEnd(days))
                && IntStream.range(1, days.size())
                        .allMatch(i -> YearMonth.from(days.get(i))
                                .equals(YearMonth.from(days.get(i - 1)).plusMonths(1)));
    }

    private static boolean atEnd(List<LocalDate> days) {
        return days.stream().allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth());
    }

    private static int workdays(List<LocalDate> days) {
        return days.isEmpty()
                ? Integer.MAX_VALUE
                : (int) days.getFirst()
                        .datesUntil(days.getLast().plusDays(1))
                        .filter(day -> !isWeekend(day))
                        .limit(OF_WEEKDAYS + 1L)
                        .count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}

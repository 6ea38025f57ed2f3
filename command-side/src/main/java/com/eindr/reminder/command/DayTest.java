package com.eindr.reminder.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of any day whether a rule allows it, wherever it lies.
 *
 * <p>RFC 5545 speaks of parts that expand and parts that limit. Of days, both come to the same: the days of a period
 * that pass every part. Only what a rule leaves unsaid comes from its start (§3.3.10: "Information not contained in the
 * rule … is taken from DTSTART").
 */
final class DayTest {
    private static final int LONGEST_MONTH = 31;
    private static final int LONGEST_YEAR = 366;
    private static final int MOST_WEEKS = 53;

    private final Part months;
    private final Part monthDays;
    private final Part yearDays;
    private final Part weekNumbers;
    private final WeekFields weeks;
    private final List<Rule.NthWeekday> weekdays;
    private final boolean countsInMonth;

    DayTest(Rule rule, LocalDate start) {
        boolean yearly = rule.frequency() == Rule.Frequency.YEARLY;
        boolean monthly = rule.frequency() == Rule.Frequency.MONTHLY;
        boolean saysDay = !rule.monthDays().isEmpty()
                || !rule.weekdays().isEmpty()
                || !rule.yearDays().isEmpty();
        boolean saysWeek = !rule.weekNumbers().isEmpty();

        List<Integer> monthList = new ArrayList<>(rule.months());
        List<Integer> monthDayList = new ArrayList<>(rule.monthDays());
        List<Rule.NthWeekday> weekdayList = new ArrayList<>(rule.weekdays());
        if ((yearly || monthly) && !saysDay && !saysWeek) {
            monthDayList.add(start.getDayOfMonth());
            if (yearly && monthList.isEmpty()) {
                monthList.add(start.getMonthValue());
            }
        }
        if (!saysDay && (saysWeek || rule.frequency() == Rule.Frequency.WEEKLY)) {
            weekdayList.add(new Rule.NthWeekday(0, start.getDayOfWeek()));
        }

        months = new Part(monthList, LONGEST_MONTH);
        monthDays = new Part(monthDayList, LONGEST_MONTH);
        yearDays = new Part(rule.yearDays(), LONGEST_YEAR);
        weekNumbers = new Part(rule.weekNumbers(), MOST_WEEKS);
        weeks = WeekFields.of(rule.weekStart(), 4);
        weekdays = List.copyOf(weekdayList);
        countsInMonth = monthly || !rule.months().isEmpty();
    }

    boolean allows(LocalDate day) {
        return (months.says(day.getMonthValue()) || months.isEmpty())
                && (monthDays.isEmpty() || monthDays.allows(day.getDayOfMonth(), day.lengthOfMonth()))
                && (yearDays.isEmpty() || yearDays.allows(day.getDayOfYear(), day.lengthOfYear()))
                && allowsWeekday(day)
                && (weekNumbers.isEmpty()
                        || weekNumbers.allows(day.get(weeks.weekOfWeekBasedYear()), weeksOfYear(day)));
    }

    private boolean allowsWeekday(LocalDate day) {
        if (weekdays.isEmpty()) {
            return true;
        }
        DayOfWeek actual = day.getDayOfWeek();
        for (Rule.NthWeekday weekday : weekdays) {
            if (weekday.day() == actual && (weekday.nth() == 0 || nth(day, weekday.nth() > 0) == weekday.nth())) {
                return true;
            }
        }
        return false;
    }

    /** The how-manieth of its weekday a day is in its month or year, counted from the front or, negative, from the end. */
    private int nth(LocalDate day, boolean fromFront) {
        int number = countsInMonth ? day.getDayOfMonth() : day.getDayOfYear();
        int length = countsInMonth ? day.lengthOfMonth() : day.lengthOfYear();
        return fromFront ? (number - 1) / 7 + 1 : -((length - number) / 7 + 1);
    }

    private int weeksOfYear(LocalDate day) {
        return (int) weeks.weekOfWeekBasedYear().rangeRefinedBy(day).getMaximum();
    }

    /** Numbers that count from the front, or from the end where they are negative. */
    private static final class Part {
        private final boolean[] fromFront;
        private final boolean[] fromEnd;
        private final boolean empty;

        Part(List<Integer> values, int largest) {
            fromFront = new boolean[largest + 1];
            fromEnd = new boolean[largest + 1];
            empty = values.isEmpty();
            for (int value : values) {
                (value > 0 ? fromFront : fromEnd)[Math.abs(value)] = true;
            }
        }

        boolean isEmpty() {
            return empty;
        }

        boolean says(int number) {
            return fromFront[number];
        }

        boolean allows(int number, int length) {
            return fromFront[number] || fromEnd[length - number + 1];
        }
    }
}

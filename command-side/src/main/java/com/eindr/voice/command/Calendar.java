package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Day;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Which day is meant, seen from today. Weeks begin on Monday. */
record Calendar(LocalDate today) {

    Day in(int days) {
        return Day.of(today.plusDays(days));
    }

    /** The coming day of that name, never today: who means today says so. */
    Day coming(DayOfWeek day) {
        return Day.of(today.with(TemporalAdjusters.next(day)));
    }

    /** The day of that name in the week after this one. */
    Day next(DayOfWeek day) {
        return Day.of(monday(1).plusDays(day.getValue() - 1L));
    }

    Day week(int weeks) {
        return new Day(monday(weeks), monday(weeks + 1));
    }

    Day weekend(int weeks) {
        LocalDate saturday = monday(weeks).plusDays(5);
        return new Day(saturday, saturday.plusDays(2));
    }

    Day month(int months) {
        LocalDate first = today.withDayOfMonth(1).plusMonths(months);
        return new Day(first, first.plusMonths(1));
    }

    Day monthEnd() {
        return Day.of(today.with(TemporalAdjusters.lastDayOfMonth()));
    }

    /** The next day of that date, today included; null where no month has it. */
    @Nullable
    Day date(Month month, int day) {
        if (day < 1 || day > month.maxLength()) {
            return null;
        }
        MonthDay date = MonthDay.of(month, day);
        LocalDate candidate = date.atYear(today.getYear());
        LocalDate next = candidate.isBefore(today) ? date.atYear(today.getYear() + 1) : candidate;
        return Day.of(next);
    }

    /** The day of that number in this month, or so many months later, or in the next that has it. */
    @Nullable
    Day dayOfMonth(int day, int months) {
        if (day < 1 || day > 31) {
            return null;
        }
        LocalDate month = today.withDayOfMonth(1).plusMonths(months);
        while (day > month.lengthOfMonth() || month.withDayOfMonth(day).isBefore(today)) {
            month = month.plusMonths(1);
        }
        return Day.of(month.withDayOfMonth(day));
    }

    static @Nullable Day of(int year, int month, int day) {
        try {
            return Day.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate monday(int weeks) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    }
}

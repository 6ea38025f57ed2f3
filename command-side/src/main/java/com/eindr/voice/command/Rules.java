package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Every;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what repeats as a rule of RFC 5545. */
final class Rules {
    private Rules() {}

    static String text(Every every, @Nullable LocalDate until) {
        StringBuilder rule = new StringBuilder("FREQ=").append(every.frequency());
        if (every.interval() > 1) {
            rule.append(";INTERVAL=").append(every.interval());
        }
        if (every.monthDay() != 0) {
            rule.append(";BYMONTHDAY=").append(every.monthDay());
        }
        if (!every.days().isEmpty()) {
            boolean single = every.days().size() == 1;
            String nth = every.nth() != 0 && single ? String.valueOf(every.nth()) : "";
            rule.append(";BYDAY=")
                    .append(every.days().stream()
                            .sorted()
                            .map(day -> nth + day.name().substring(0, 2))
                            .collect(Collectors.joining(",")));
            if (every.nth() != 0 && !single) {
                rule.append(";BYSETPOS=").append(every.nth());
            }
        }
        if (until != null) {
            rule.append(";UNTIL=").append(until.format(DateTimeFormatter.BASIC_ISO_DATE));
        }
        return rule.toString();
    }

    /** Whether the first day of a series may be this one. */
    static boolean yields(Every every, LocalDate date) {
        if (every.monthDay() < 0) {
            return date.getDayOfMonth() == date.lengthOfMonth() + 1 + every.monthDay();
        }
        if (every.monthDay() > 0) {
            return date.getDayOfMonth() == every.monthDay();
        }
        if (every.days().isEmpty()) {
            return true;
        }
        return every.days().contains(date.getDayOfWeek()) && (every.nth() == 0 || isNth(every, date));
    }

    private static boolean isNth(Every every, LocalDate date) {
        int step = every.nth() > 0 ? -1 : 1;
        int seen = 0;
        LocalDate at = date;
        while (at.getMonth() == date.getMonth()) {
            DayOfWeek day = at.getDayOfWeek();
            seen += every.days().contains(day) ? 1 : 0;
            at = at.plusDays(step);
        }
        return seen == Math.abs(every.nth());
    }
}

package com.eindr.reminder.command;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The naive reading of RFC 5545: looks at one day after the other from the start on, asks each part of the rule in the
 * words of the standard, and gathers the days by period where BYSETPOS wants a set. Shares no code with the calendar.
 *
 * @param weekdays such as {@code MO}, {@code 2TU}, {@code -1FR}
 */
record DayByDay(
        String frequency,
        int interval,
        List<String> weekdays,
        List<Integer> monthDays,
        List<Integer> months,
        List<Integer> positions,
        int count,
        @Nullable LocalDateTime until) {

    String text() {
        StringBuilder text = new StringBuilder("FREQ=" + frequency);
        if (interval > 1) {
            text.append(";INTERVAL=").append(interval);
        }
        append(text, "BYDAY", weekdays);
        append(text, "BYMONTHDAY", monthDays);
        append(text, "BYMONTH", months);
        append(text, "BYSETPOS", positions);
        if (count > 0) {
            text.append(";COUNT=").append(count);
        }
        if (until != null) {
            text.append(";UNTIL=").append(until.toString().replaceAll("[-:]", ""));
            text.append(until.getSecond() == 0 ? "00" : "");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String part, List<?> values) {
        if (!values.isEmpty()) {
            text.append(';').append(part).append('=');
            text.append(String.join(",", values.stream().map(String::valueOf).toList()));
        }
    }

    /** Every occurrence on the days from the start on. */
    List<Occurrence> occurrences(LocalDateTime start, ZoneId zone, int days) {
        TreeMap<Integer, List<LocalDate>> periods = new TreeMap<>();
        LocalDate first = start.toLocalDate();
        // Sets are made of whole periods, also of what lies before the start in the first one.
        for (LocalDate day = first.minusDays(366); day.isBefore(first.plusDays(days + 366L)); day = day.plusDays(1)) {
            int period = period(first, day);
            if (period >= 0 && period % interval == 0 && allows(first, day)) {
                periods.computeIfAbsent(period, whatever -> new ArrayList<>()).add(day);
            }
        }
        return periods.values().stream()
                .flatMap(this::picked)
                .map(day -> day.atTime(start.toLocalTime()))
                .filter(local -> !local.isBefore(start))
                .filter(local -> until == null || !local.isAfter(until))
                .limit(count > 0 ? count : Long.MAX_VALUE)
                .filter(local -> local.isBefore(start.plusDays(days)))
                .map(local -> place(local, zone))
                .toList();
    }

    private int period(LocalDate start, LocalDate day) {
        return switch (frequency) {
            case "YEARLY" -> day.getYear() - start.getYear();
            case "MONTHLY" -> 12 * (day.getYear() - start.getYear()) + day.getMonthValue() - start.getMonthValue();
            case "WEEKLY" ->
                (int) Duration.between(monday(start).atStartOfDay(), monday(day).atStartOfDay())
                                .toDays()
                        / 7;
            default ->
                (int) Duration.between(start.atStartOfDay(), day.atStartOfDay()).toDays();
        };
    }

    private static LocalDate monday(LocalDate day) {
        LocalDate monday = day;
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        return monday;
    }

    private boolean allows(LocalDate start, LocalDate day) {
        boolean saysDay = !weekdays.isEmpty() || !monthDays.isEmpty();
        if (!months.isEmpty() && !months.contains(day.getMonthValue())) {
            return false;
        }
        if (!monthDays.isEmpty() && monthDays.stream().noneMatch(number -> isMonthDay(day, number))) {
            return false;
        }
        if (!weekdays.isEmpty() && weekdays.stream().noneMatch(weekday -> isWeekday(day, weekday))) {
            return false;
        }
        if (saysDay) {
            return true;
        }
        return switch (frequency) {
            case "YEARLY" ->
                day.getDayOfMonth() == start.getDayOfMonth()
                        && (!months.isEmpty() || day.getMonth() == start.getMonth());
            case "MONTHLY" -> day.getDayOfMonth() == start.getDayOfMonth();
            case "WEEKLY" -> day.getDayOfWeek() == start.getDayOfWeek();
            default -> true;
        };
    }

    private static boolean isMonthDay(LocalDate day, int number) {
        int days = 0;
        for (LocalDate other = day; other.getMonth() == day.getMonth(); other = other.plusDays(1)) {
            days++;
        }
        return number > 0 ? day.getDayOfMonth() == number : days == -number;
    }

    private boolean isWeekday(LocalDate day, String weekday) {
        String name = weekday.substring(weekday.length() - 2);
        if (!day.getDayOfWeek().name().startsWith(name)) {
            return false;
        }
        String number = weekday.substring(0, weekday.length() - 2);
        if (number.isEmpty()) {
            return true;
        }
        boolean inMonth = frequency.equals("MONTHLY") || !months.isEmpty();
        int wanted = Integer.parseInt(number);
        int seen = 0;
        int step = wanted > 0 ? -7 : 7;
        for (LocalDate other = day; sameScope(day, other, inMonth); other = other.plusDays(step)) {
            seen++;
        }
        return seen == Math.abs(wanted);
    }

    private static boolean sameScope(LocalDate day, LocalDate other, boolean inMonth) {
        return day.getYear() == other.getYear() && (!inMonth || day.getMonth() == other.getMonth());
    }

    private Stream<LocalDate> picked(List<LocalDate> set) {
        if (positions.isEmpty()) {
            return set.stream();
        }
        Set<LocalDate> picked = new TreeSet<>();
        for (int position : positions) {
            int index = position > 0 ? position - 1 : set.size() + position;
            if (index >= 0 && index < set.size()) {
                picked.add(set.get(index));
            }
        }
        return picked.stream();
    }

    /** Looks for every instant at which the clock shows a time, trying each offset seen on the days around it. */
    static Occurrence place(LocalDateTime local, ZoneId zone) {
        TreeSet<Instant> shown = new TreeSet<>();
        Instant about = local.toInstant(ZoneOffset.UTC);
        ZoneOffset before = zone.getRules().getOffset(about.minus(Duration.ofHours(40)));
        for (int quarters = -160; quarters <= 160; quarters++) {
            ZoneOffset offset = zone.getRules().getOffset(about.plus(Duration.ofMinutes(15L * quarters)));
            Instant candidate = local.toInstant(offset);
            if (zone.getRules().getOffset(candidate).equals(offset)) {
                shown.add(candidate);
            }
        }
        OccurrenceId id = new OccurrenceId(local.toString());
        return switch (shown.size()) {
            // The clock jumps over it: what it would be if the clock had not jumped yet.
            case 0 -> new Occurrence(id, local.toInstant(before), Adjustment.GAP);
            case 1 -> new Occurrence(id, shown.first(), Adjustment.NONE);
            default -> new Occurrence(id, shown.first(), Adjustment.OVERLAP);
        };
    }
}

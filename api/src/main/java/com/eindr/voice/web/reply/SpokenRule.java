package com.eindr.voice.web.reply;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule of RFC 5545 that can be said in a few words.
 *
 * @param days of the week; empty where none are named
 * @param nth of the days in the month, the last where -1; 0 where all of them count
 * @param monthDays from 1; {@link #LAST_DAY} alone for the last of the month; empty where none are named
 * @param date the day of a year, of any year; null where it is no yearly rule
 * @param until the last day; null where none is named
 * @param count how often in all; 0 where that is not named
 */
record SpokenRule(
        Frequency frequency,
        int interval,
        List<DayOfWeek> days,
        int nth,
        List<Integer> monthDays,
        @Nullable LocalDate date,
        @Nullable LocalDate until,
        int count) {
    static final int LAST_DAY = -1;

    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST");
    private static final Pattern DAY = Pattern.compile("([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final int MOST_NAMED = 5;

    /** What may be said; seconds are never used. */
    enum Frequency {
        MINUTELY,
        HOURLY,
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY;

        boolean isFinerThanDaily() {
            return this == MINUTELY || this == HOURLY;
        }
    }

    /**
     * Reads a rule.
     *
     * @param start of the series, from which comes what the rule leaves open
     * @param zone of the series, in which its last day is told
     * @return null where it takes more than a few words, or is none
     */
    static @Nullable SpokenRule of(String rule, LocalDateTime start, ZoneId zone) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                return null;
            }
        }
        if (!KNOWN.containsAll(parts.keySet())) {
            return null;
        }
        try {
            return new Reading(parts, start, zone).read();
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** Whether all five days from Monday to Friday are meant, and no other. */
    static boolean isWorkdays(List<DayOfWeek> days) {
        return days.size() == 5 && !days.contains(DayOfWeek.SATURDAY) && !days.contains(DayOfWeek.SUNDAY);
    }

    private record Reading(Map<String, String> parts, LocalDateTime start, ZoneId zone) {
        private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

        @Nullable
        SpokenRule read() {
            Frequency frequency = Frequency.valueOf(part("FREQ"));
            int interval = parts.containsKey("INTERVAL") ? Integer.parseInt(part("INTERVAL")) : 1;
            int count = parts.containsKey("COUNT") ? Integer.parseInt(part("COUNT")) : 0;
            if (interval < 1 || count < 0) {
                return null;
            }
            SpokenRule plain = new SpokenRule(frequency, interval, List.of(), 0, List.of(), null, until(), count);
            return switch (frequency) {
                case MINUTELY, HOURLY -> has("BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS") ? null : plain;
                case DAILY -> daily(plain);
                case WEEKLY -> has("BYMONTHDAY", "BYMONTH", "BYSETPOS") ? null : weekly(plain);
                case MONTHLY -> has("BYMONTH") ? null : monthly(plain);
                case YEARLY -> yearly(plain);
            };
        }

        private @Nullable SpokenRule daily(SpokenRule plain) {
            if (has("BYMONTHDAY", "BYMONTH", "BYSETPOS")) {
                return null;
            }
            if (!has("BYDAY")) {
                return plain;
            }
            return plain.interval == 1 ? weekly(plain) : null;
        }

        private @Nullable SpokenRule weekly(SpokenRule plain) {
            List<DayOfWeek> days = has("BYDAY") ? days() : List.of(start.getDayOfWeek());
            if (days.size() == CODES.size() && plain.interval == 1) {
                return new SpokenRule(Frequency.DAILY, 1, List.of(), 0, List.of(), null, plain.until, plain.count);
            }
            return new SpokenRule(Frequency.WEEKLY, plain.interval, days, 0, List.of(), null, plain.until, plain.count);
        }

        private @Nullable SpokenRule monthly(SpokenRule plain) {
            if (!has("BYDAY")) {
                return has("BYSETPOS") ? null : onDays(plain);
            }
            if (has("BYMONTHDAY")) {
                return null;
            }
            Matcher single = DAY.matcher(part("BYDAY"));
            String prefix = single.matches() ? single.group(1) : null;
            if ((prefix == null) != has("BYSETPOS")) {
                return null;
            }
            int nth = Integer.parseInt(prefix == null ? part("BYSETPOS") : prefix);
            if (nth == 0 || nth < -1 || nth > 5) {
                return null;
            }
            List<DayOfWeek> days = prefix == null ? days() : List.of(day(single.group(2)));
            return new SpokenRule(
                    plain.frequency, plain.interval, days, nth, List.of(), null, plain.until, plain.count);
        }

        private @Nullable SpokenRule onDays(SpokenRule plain) {
            List<Integer> days = has("BYMONTHDAY")
                    ? Arrays.stream(part("BYMONTHDAY").split(",", -1))
                            .map(Integer::valueOf)
                            .sorted()
                            .distinct()
                            .toList()
                    : List.of(start.getDayOfMonth());
            boolean counted = days.stream().allMatch(day -> day >= 1 && day <= 31) && days.size() <= MOST_NAMED;
            return counted || days.equals(List.of(LAST_DAY))
                    ? new SpokenRule(
                            plain.frequency, plain.interval, List.of(), 0, days, null, plain.until, plain.count)
                    : null;
        }

        private @Nullable SpokenRule yearly(SpokenRule plain) {
            if (has("BYDAY", "BYSETPOS") || (has("BYMONTHDAY") && !has("BYMONTH"))) {
                return null;
            }
            int month = has("BYMONTH") ? Integer.parseInt(part("BYMONTH")) : start.getMonthValue();
            int day = has("BYMONTHDAY") ? Integer.parseInt(part("BYMONTHDAY")) : start.getDayOfMonth();
            // A leap year has all days.
            LocalDate date = LocalDate.of(2024, month, day);
            return new SpokenRule(
                    plain.frequency, plain.interval, List.of(), 0, List.of(), date, plain.until, plain.count);
        }

        private @Nullable LocalDate until() {
            String until = parts.get("UNTIL");
            if (until == null) {
                return null;
            }
            if (until.length() == 8) {
                return LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE);
            }
            boolean utc = until.endsWith("Z");
            LocalDateTime time = LocalDateTime.parse(
                    utc ? until.substring(0, until.length() - 1) : until,
                    DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"));
            return utc ? time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate() : time.toLocalDate();
        }

        private List<DayOfWeek> days() {
            return Arrays.stream(part("BYDAY").split(",", -1))
                    .map(Reading::day)
                    .sorted()
                    .distinct()
                    .toList();
        }

        /** @throws IllegalArgumentException if it is no mere day of the week */
        private static DayOfWeek day(String code) {
            return DayOfWeek.of(CODES.indexOf(code) + 1);
        }

        private boolean has(String... names) {
            return Arrays.stream(names).anyMatch(parts::containsKey);
        }

        private String part(String name) {
            String value = parts.get(name);
            if (value == null) {
                throw new IllegalArgumentException("without " + name);
            }
            return value;
        }
    }
}

package com.eindr.shared.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How values are written in bodies, paths and queries alike; anything else is refused.
 *
 * <p>Dates are those of ISO 8601 and RFC 3339 with a year of four digits and real days; zones are names of the IANA
 * database, never offsets.
 */
public final class Notation {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String TIME = "[0-9]{2}:[0-9]{2}(:[0-9]{2})?";
    private static final Pattern LOCAL_TIME = Pattern.compile(TIME);
    private static final Pattern LOCAL_DATE_TIME = Pattern.compile(DATE + "T" + TIME);
    private static final Pattern INSTANT =
            Pattern.compile(DATE + "T" + TIME + "(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private Notation() {}

    /**
     * Reads a value of one of the types of {@link #describe}.
     *
     * @throws IllegalArgumentException if the text is not in the type's notation
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return type.cast(readAny(text, type));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What a value of this type looks like, as the end of a sentence that begins with the field. */
    public static String describe(Class<?> type) {
        if (type == UUID.class) {
            return "must be a UUID";
        } else if (type == Instant.class) {
            return "must be an instant, such as 2026-12-01T09:00:00Z";
        } else if (type == LocalDate.class) {
            return "must be a date, such as 2026-12-01";
        } else if (type == LocalDateTime.class) {
            return "must be a local date and time, such as 2026-12-01T09:00:00";
        } else if (type == LocalTime.class) {
            return "must be a time of day, such as 22:30";
        } else if (type == Duration.class) {
            return "must be a duration, such as PT10M";
        } else if (type == ZoneId.class) {
            return "Unknown zone; must be an IANA time zone, such as Asia/Karachi";
        }
        throw new IllegalArgumentException("no notation for " + type);
    }

    private static Object readAny(String text, Class<?> type) {
        if (type == UUID.class) {
            return UUID.fromString(matching(UUID_TEXT, text));
        } else if (type == Instant.class) {
            return OffsetDateTime.parse(matching(INSTANT, text)).toInstant();
        } else if (type == LocalDate.class) {
            return LocalDate.parse(matching(DATE, text));
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.parse(matching(LOCAL_DATE_TIME, text));
        } else if (type == LocalTime.class) {
            return LocalTime.parse(matching(LOCAL_TIME, text));
        } else if (type == Duration.class) {
            return Duration.parse(text);
        } else if (type == ZoneId.class && ZONES.contains(text) && !text.startsWith("SystemV/")) {
            return ZoneId.of(text);
        }
        throw new IllegalArgumentException("not readable as " + type);
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not in the notation");
        }
        return text;
    }
}

package com.eindr.voice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of a start of which not all was said, what was said; exactly one of the three. The rest is as the thing has it that is there.
 *
 * @param day where only a day was said
 * @param hours where only a time of the clock was said, what it may be, likeliest first; else empty
 * @param by where it was said how much later, or earlier where negative
 */
public record Relative(
        @Nullable LocalDate day,
        List<LocalTime> hours,
        @Nullable Duration by) {
    public Relative {
        hours = List.copyOf(hours);
    }

    public static Relative day(LocalDate day) {
        return new Relative(day, List.of(), null);
    }

    public static Relative hours(List<LocalTime> hours) {
        return new Relative(null, hours, null);
    }

    public static Relative by(Duration by) {
        return new Relative(null, List.of(), by);
    }
}

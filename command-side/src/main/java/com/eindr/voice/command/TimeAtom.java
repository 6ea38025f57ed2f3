package com.eindr.voice.command;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a sentence says about time. */
sealed interface TimeAtom {

    /**
     * A day, or several from it on.
     *
     * @param end the first day that no longer counts
     */
    record Day(LocalDate date, LocalDate end) implements TimeAtom {
        static Day of(LocalDate date) {
            return new Day(date, date.plusDays(1));
        }
    }

    /**
     * A time of the clock.
     *
     * @param minute of the day
     * @param exact whether it says which half of the day it is in
     */
    record Clock(int minute, boolean exact) implements TimeAtom {}

    /**
     * A part of the day.
     *
     * @param minute where it stands alone
     * @param today whether it is the one of today: tonight
     */
    record Part(int minute, Half half, boolean today) implements TimeAtom {}

    /** Which hours of the clock a part of the day means. */
    enum Half {
        MORNING,
        /** From noon on: twelve is noon. */
        DAY,
        /** From the evening to deep in the night: twelve is midnight, one to four come after it. */
        NIGHT
    }

    /**
     * So long from now.
     *
     * @param days whole days of the calendar
     * @param time besides
     */
    record After(long days, Duration time) implements TimeAtom {}

    /**
     * So much later than it is set for.
     *
     * @param by negative for earlier
     */
    record Shift(Duration by) implements TimeAtom {}

    /**
     * Again and again.
     *
     * @param frequency as RFC 5545 calls it
     * @param days empty where it names none
     * @param nth of the days in the month, from its end where negative; 0 for all
     * @param monthDay from the end of the month where negative; 0 where it names none
     * @param part the time of day it brings with it, null where none
     */
    record Every(
            String frequency,
            int interval,
            Set<DayOfWeek> days,
            int nth,
            int monthDay,
            @Nullable Part part) implements TimeAtom {}

    /** The last day of a series. */
    record Until(LocalDate day) implements TimeAtom {}

    /** An atom and the tokens that said it. */
    record Found(TimeAtom atom, Span span) {}
}

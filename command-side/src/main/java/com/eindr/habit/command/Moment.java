package com.eindr.habit.command;

import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** When something was done, on the clock of the place where it was done. */
record Moment(LocalDateTime local, Trace trace) {
    static final int MINUTES_A_DAY = 24 * 60;

    /** An order that depends on nothing but the moments. */
    static final Comparator<Moment> ORDER = Comparator.comparing(Moment::local)
            .thenComparingLong(moment -> moment.trace().made())
            .thenComparing(moment -> moment.trace().reminderId().value());

    Moment {
        local = local.truncatedTo(ChronoUnit.MINUTES);
    }

    int minute() {
        return local.get(ChronoField.MINUTE_OF_DAY);
    }

    /** How many minutes it is later than a time of day, the short way round the clock; negative for earlier. */
    int behind(int minute) {
        return Math.floorMod(minute() - minute + MINUTES_A_DAY / 2, MINUTES_A_DAY) - MINUTES_A_DAY / 2;
    }
}

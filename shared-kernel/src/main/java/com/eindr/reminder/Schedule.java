package com.eindr.reminder;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a reminder is to ring, as the person said it: local time, zone and rule, never only an instant.
 *
 * @param start the first local start; midnight for {@link Timing#ALL_DAY}
 * @param timeZone the zone in which {@code start} is read now: the given one for FIXED, else the owner's present one
 * @param recurrence an RFC 5545 RRULE value without the {@code RRULE:} prefix; null for a reminder that rings once
 * @param nagEvery how long after a ring it rings again until somebody answers; null for never
 */
public record Schedule(
        LocalDateTime start,
        ZoneId timeZone,
        Timing timing,
        @Nullable String recurrence,
        RepeatFrom repeatFrom,
        OnMissed onMissed,
        @Nullable Duration nagEvery) {

    public Schedule {
        requireNonNull(start, "start");
        requireNonNull(timeZone, "timeZone");
        requireNonNull(timing, "timing");
        requireNonNull(repeatFrom, "repeatFrom");
        requireNonNull(onMissed, "onMissed");
    }

    public boolean repeats() {
        return recurrence != null;
    }

    /** Whether a new zone of the owner changes when this rings. */
    public boolean followsOwner() {
        return timing != Timing.FIXED;
    }

    /** Whether both ring at the same times now, though perhaps in another manner. */
    public boolean hasTimesOf(Schedule other) {
        return start.equals(other.start)
                && timeZone.equals(other.timeZone)
                && (timing == Timing.ALL_DAY) == (other.timing == Timing.ALL_DAY)
                && Objects.equals(recurrence, other.recurrence);
    }

    /** The same schedule, where whole days begin at midnight. */
    public Schedule tidy() {
        return timing == Timing.ALL_DAY ? startingAt(start.toLocalDate().atStartOfDay()) : this;
    }

    public Schedule inZone(ZoneId zone) {
        return new Schedule(start, zone, timing, recurrence, repeatFrom, onMissed, nagEvery);
    }

    public Schedule startingAt(LocalDateTime otherStart) {
        return new Schedule(otherStart, timeZone, timing, recurrence, repeatFrom, onMissed, nagEvery);
    }
}

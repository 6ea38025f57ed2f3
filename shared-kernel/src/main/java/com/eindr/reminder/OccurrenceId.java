package com.eindr.reminder;

import static java.util.Objects.requireNonNull;

/**
 * One occurrence of a reminder, named by its original start, so that snoozing or moving it does not change its name.
 *
 * <p>The form follows the schedule: {@code 2026-12-01T09:00} is a local time, {@code 2026-12-01} a day, and
 * {@code 2026-12-01T04:00Z} an instant, used by rules finer than daily because a local hour can come twice.
 */
public record OccurrenceId(String value) implements Comparable<OccurrenceId> {
    public OccurrenceId {
        requireNonNull(value, "value");
    }

    /** In order of time within one reminder, because ISO 8601 sorts as text. */
    @Override
    public int compareTo(OccurrenceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.eindr.reminder;

import java.time.Instant;

/**
 * The one moment for which a reminder is armed.
 *
 * @param dueAt when it is to ring, UTC
 * @param nag 0 for any ring but a repetition of an unanswered one, which counts from 1
 */
public record Alarm(OccurrenceId occurrence, Instant dueAt, Adjustment adjustment, Kind kind, int nag) {

    public enum Kind {
        /** The occurrence as the schedule has it. */
        DUE,
        /** The occurrence, put off by its owner. */
        SNOOZED,
        /** The occurrence, moved to another time by its owner. */
        MOVED,
        /** A repetition of a ring that nobody answered. */
        NAG
    }
}

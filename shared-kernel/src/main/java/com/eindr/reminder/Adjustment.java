package com.eindr.reminder;

/** How a local time met its zone's clock changes, by the rule of {@code java.time.ZonedDateTime.ofLocal}. */
public enum Adjustment {
    /** The local time exists exactly once. */
    NONE,
    /** The clock jumps over the local time: it moves forward by the length of the gap. */
    GAP,
    /** The local time comes twice: the first one counts. */
    OVERLAP
}

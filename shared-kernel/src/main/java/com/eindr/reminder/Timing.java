package com.eindr.reminder;

/** What a reminder's local time is tied to. */
public enum Timing {
    /** The zone it was given. */
    FIXED,
    /** The zone its owner is in. */
    FLOATING,
    /** A date in the zone its owner is in; it rings at the hour set for whole days. */
    ALL_DAY
}

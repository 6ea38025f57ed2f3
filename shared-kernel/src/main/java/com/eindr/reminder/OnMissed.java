package com.eindr.reminder;

/** What becomes of an occurrence whose time passed while nothing could ring. */
public enum OnMissed {
    /** It rings late and says so. */
    FIRE_LATE,
    /** It is recorded as missed and does not ring. */
    SKIP
}

package com.eindr.voice;

/** What becomes of one thing that somebody said. */
public enum Fate {
    /** Understood, and nothing stands in its way; an interpretation goes no further. */
    UNDERSTOOD,
    DONE,
    /** Ambiguous, unsure, incomplete or destructive: the person is asked first. */
    NEEDS_CONFIRMATION,
    NOT_UNDERSTOOD,
    /** Understood and tried, and the domain or the plan said no. */
    REFUSED
}

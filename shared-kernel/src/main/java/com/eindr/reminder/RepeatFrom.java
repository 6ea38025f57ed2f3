package com.eindr.reminder;

/** From where the next occurrence of a series is counted. */
public enum RepeatFrom {
    /** From the one that was due: every occurrence gets its turn, late ones too. */
    FROM_DUE,
    /** From the moment the last one was completed: the rule starts anew there. */
    FROM_COMPLETION,
    /** From now: occurrences that have passed meanwhile are left out. */
    FIRST_FUTURE
}

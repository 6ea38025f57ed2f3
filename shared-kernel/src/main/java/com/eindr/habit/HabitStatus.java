package com.eindr.habit;

/** What has become of a suggestion. */
public enum HabitStatus {
    /** It waits for an answer, and may wait for ever. */
    SUGGESTED,
    /** It is a reminder that repeats. */
    ACCEPTED,
    /** The person does not want to hear of it again. */
    DISMISSED,
    /** What led to it was undone; it may be suggested again. */
    WITHDRAWN
}

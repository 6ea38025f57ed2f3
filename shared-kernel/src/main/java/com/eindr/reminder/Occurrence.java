package com.eindr.reminder;

import java.time.Instant;

/**
 * One occurrence, placed on the time line.
 *
 * @param dueAt when it is to ring, UTC
 * @param adjustment whether a clock change had a say in {@code dueAt}
 */
public record Occurrence(OccurrenceId id, Instant dueAt, Adjustment adjustment) {}

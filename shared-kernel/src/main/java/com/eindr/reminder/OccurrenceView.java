package com.eindr.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a reminder and what became of it.
 *
 * @param dueAt when it rings or rang, after snoozing or moving
 * @param rangAt when it last rang; null where it has not
 */
public record OccurrenceView(
        OccurrenceId id,
        Instant dueAt,
        Adjustment adjustment,
        boolean snoozed,
        State state,
        @Nullable Instant rangAt) {

    public enum State {
        UPCOMING,
        RANG,
        MISSED,
        COMPLETED,
        SKIPPED
    }
}

package com.eindr.reminder;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as its owner sees it.
 *
 * @param nextOccurrence what it is armed for; null where it is not to ring
 * @param version the number of events that made it what it is
 */
public record ReminderView(
        ReminderId id,
        String title,
        @Nullable String notes,
        Schedule schedule,
        ReminderStatus status,
        @Nullable Next nextOccurrence,
        UserId ownerId,
        UserId createdBy,
        long version) {

    /** The occurrence a reminder is armed for. */
    public record Next(OccurrenceId id, Instant dueAt, Adjustment adjustment, boolean snoozed) {}
}

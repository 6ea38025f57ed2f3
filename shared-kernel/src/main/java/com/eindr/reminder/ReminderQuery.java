package com.eindr.reminder;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Every question about reminders. A question about somebody else's reminder is answered like one about none. */
public sealed interface ReminderQuery {

    /** Answered by an optional {@link ReminderView}. */
    record ReminderOf(UserId owner, ReminderId reminderId) implements ReminderQuery {}

    /** Answered by a slice of {@link ReminderView}, soonest next occurrence first; {@code to} is exclusive. */
    record RemindersOf(
            UserId owner,
            @Nullable ReminderStatus status,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String titleContains,
            SliceRequest slice)
            implements ReminderQuery {}

    /** Answered by a slice of {@link AgendaEntry}: every occurrence of the owner's {@code days} days from today on. */
    record AgendaOf(UserId owner, ZoneId zone, int days) implements ReminderQuery {}

    /** Answered by a slice of {@link ReminderView}: the ten that ring next. */
    record Upcoming(UserId owner) implements ReminderQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link ReminderView}; cancelled ones are among them.
     *
     * @param position 0 for everything
     */
    record RemindersChangedSince(UserId owner, long position, int limit) implements ReminderQuery {}

    /** Answered by a slice of {@link OccurrenceView}, at most 1,000 within the window; {@code to} is exclusive. */
    record OccurrencesOf(UserId owner, ReminderId reminderId, Instant from, Instant to) implements ReminderQuery {}
}

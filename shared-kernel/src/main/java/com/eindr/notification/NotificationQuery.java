package com.eindr.notification;

import com.eindr.reminder.ReminderId;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Every question about notifications. */
public sealed interface NotificationQuery {

    /** Answered by a slice of {@link NotificationView}, the latest first. */
    record InboxOf(UserId recipient, @Nullable Boolean unread, SliceRequest slice) implements NotificationQuery {}

    /**
     * Answered by a slice of {@link HistoryEntry}, oldest first; empty for a reminder that is not the owner's.
     *
     * <p>It is asked here and not of the reminder, because the story ends with what the owner was told and when.
     */
    record ReminderHistoryOf(UserId owner, ReminderId reminderId) implements NotificationQuery {}

    /**
     * Answered by an optional {@link SyncView}; empty where the cursor is from elsewhere and the device must begin anew.
     *
     * @param cursor the {@link SyncView#nextCursor()} of the last time; null for everything
     * @param limit at most so many of each kind
     */
    record ChangesSince(UserId owner, @Nullable String cursor, int limit) implements NotificationQuery {}

    /** Answered by a {@link Long}. */
    record UnreadCountOf(UserId recipient) implements NotificationQuery {}
}

package com.eindr.notification;

import com.eindr.account.AccountView;
import com.eindr.reminder.ReminderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in one person's read models since a cursor, each thing in its latest state and at most once.
 *
 * @param reminders changed ones, finished ones too
 * @param account null where it has not changed
 * @param deleted what the device is to forget
 * @param nextCursor where the following delta begins; never null, also when nothing has changed
 * @param more whether the following delta has something to say already
 */
public record SyncDelta(
        List<ReminderView> reminders,
        List<NotificationView> notifications,
        @Nullable AccountView account,
        List<Deleted> deleted,
        String nextCursor,
        boolean more) {
    public SyncDelta {
        reminders = List.copyOf(reminders);
        notifications = List.copyOf(notifications);
        deleted = List.copyOf(deleted);
    }

    /**
     * A tombstone.
     *
     * @param type what it was: {@code reminder} or {@code notification}
     */
    public record Deleted(String type, String id) {}
}

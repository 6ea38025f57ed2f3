package com.eindr.notification.web;

import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.notification.NotificationView;
import com.eindr.notification.SyncView;
import com.eindr.reminder.ReminderView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device is to change to hold the same as the server, in JSON. */
@Schema(name = "Delta")
record SyncBody(
        List<ReminderView> reminders,
        List<NotificationView> notifications,
        @Nullable AccountView profile,
        @Nullable Preferences preferences,
        @Schema(description = "What to forget") List<Deleted> deleted,
        @Schema(description = "Ask from here next time") String nextCursor,

        @Schema(description = "Whether there is more to ask for at once")
        boolean more) {

    /** A thing that is no more. */
    @Schema(name = "Deleted")
    record Deleted(@Schema(example = "reminder") String type, String id) {}

    static SyncBody of(SyncView view, String sealedCursor) {
        AccountView account = view.account();
        return new SyncBody(
                view.reminders(),
                view.notifications(),
                account,
                account == null ? null : account.preferences(),
                view.deletedReminders().stream()
                        .map(reminder -> new Deleted("reminder", reminder.toString()))
                        .toList(),
                sealedCursor,
                view.more());
    }
}

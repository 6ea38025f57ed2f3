package com.eindr.voice.web.deed;

import com.eindr.reminder.ReminderCommand.EditReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import java.time.LocalDateTime;

/** Edits of reminders that mention a single field. */
final class Edits {
    private Edits() {}

    static EditReminder start(ReminderId reminder, UserId by, Patch<LocalDateTime> start) {
        return new EditReminder(
                reminder,
                by,
                Patch.absent(),
                Patch.absent(),
                start,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }
}

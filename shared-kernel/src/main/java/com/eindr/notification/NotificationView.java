package com.eindr.notification;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.time.Instant;

/** One line of the inbox. */
public record NotificationView(
        NotificationId id,
        NotificationKind kind,
        ReminderId reminderId,
        OccurrenceId occurrenceId,
        String title,
        Instant dueAt,
        Instant firedAt,
        boolean late,
        boolean read,
        long version) {}

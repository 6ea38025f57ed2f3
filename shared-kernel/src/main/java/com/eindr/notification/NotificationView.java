package com.eindr.notification;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the inbox.
 *
 * @param reminderId null unless it is about a ring, like the occurrence
 * @param subject the id of what it is about; null for rings and where it has none
 * @param dueAt when it was to be told, and {@code firedAt} when it was; the same for what is not a ring
 */
public record NotificationView(
        NotificationId id,
        NotificationKind kind,
        @Nullable ReminderId reminderId,
        @Nullable OccurrenceId occurrenceId,
        @Nullable String subject,
        String title,
        Instant dueAt,
        Instant firedAt,
        boolean late,
        boolean read,
        long version) {}

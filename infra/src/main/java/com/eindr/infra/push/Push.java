package com.eindr.infra.push;

import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A push that is this node's to send until its lease runs out.
 *
 * @param reminderId null unless it is about a ring, like the occurrence
 * @param worthlessAt after this it is given up
 * @param attempts how often it was claimed, this time included
 * @param takenBy the devices that took it at an earlier attempt
 */
record Push(
        NotificationId notificationId,
        UserId recipient,
        NotificationKind kind,
        @Nullable ReminderId reminderId,
        @Nullable OccurrenceId occurrence,
        String title,
        Instant worthlessAt,
        int attempts,
        Set<UUID> takenBy,
        @Nullable String correlationId) {}

package com.eindr.notification;

import static java.util.Objects.requireNonNull;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.DerivedUuid;
import java.time.Instant;
import java.util.UUID;

/** One message to one person. */
public record NotificationId(UUID value) {
    public NotificationId {
        requireNonNull(value, "value");
    }

    public static NotificationId of(String text) {
        return new NotificationId(UUID.fromString(text));
    }

    /** The notification of one ring: however often the ring is told, it is one notification. */
    public static NotificationId ofRing(ReminderId reminder, OccurrenceId occurrence, Instant dueAt) {
        return new NotificationId(DerivedUuid.of("ring", reminder.toString(), occurrence.toString(), dueAt.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

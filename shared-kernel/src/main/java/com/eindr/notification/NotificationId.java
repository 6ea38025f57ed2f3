package com.eindr.notification;

import static java.util.Objects.requireNonNull;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
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

    /** The notification of something else that happened once: the same kind and names give the same notification. */
    public static NotificationId ofNotice(NotificationKind kind, UserId recipient, String subject) {
        return new NotificationId(DerivedUuid.of("notice", kind.name(), recipient.value(), subject));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

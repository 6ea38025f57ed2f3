package com.eindr.notification.web;

import com.eindr.notification.NotificationKind;
import com.eindr.notification.NotificationView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One line of the inbox in JSON. */
@Schema(name = "Notification")
record NotificationBody(
        String id,
        NotificationKind kind,
        String reminderId,
        String occurrenceId,
        String title,
        Instant dueAt,
        Instant firedAt,
        boolean late,
        boolean read,
        long version) {

    static NotificationBody of(NotificationView view) {
        return new NotificationBody(
                view.id().toString(),
                view.kind(),
                view.reminderId().toString(),
                view.occurrenceId().value(),
                view.title(),
                view.dueAt(),
                view.firedAt(),
                view.late(),
                view.read(),
                view.version());
    }
}

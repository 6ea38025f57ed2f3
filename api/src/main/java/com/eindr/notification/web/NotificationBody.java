package com.eindr.notification.web;

import com.eindr.notification.NotificationKind;
import com.eindr.notification.NotificationView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the inbox in JSON. */
@Schema(name = "Notification")
record NotificationBody(
        String id,
        NotificationKind kind,

        @Schema(description = "Null unless it is about a ring, like occurrenceId") @Nullable
        String reminderId,

        @Nullable String occurrenceId,

        @Schema(description = "The id of what it is about; null for rings") @Nullable
        String subject,

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
                view.reminderId() == null ? null : view.reminderId().toString(),
                view.occurrenceId() == null ? null : view.occurrenceId().value(),
                view.subject(),
                view.title(),
                view.dueAt(),
                view.firedAt(),
                view.late(),
                view.read(),
                view.version());
    }
}

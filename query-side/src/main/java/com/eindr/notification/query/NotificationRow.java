package com.eindr.notification.query;

import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.notification.NotificationView;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.query.Cursor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code notification}, to be read only. */
@Entity
@Immutable
@Table(name = "notification")
class NotificationRow {
    @Id
    private UUID id;

    private String recipient;

    @Enumerated(EnumType.STRING)
    private NotificationKind kind;

    private @Nullable UUID reminderId;
    private @Nullable String occurrenceId;
    private @Nullable String subject;
    private String title;
    private Instant dueAt;
    private Instant firedAt;
    private boolean late;

    @Column(name = "is_read")
    private boolean read;

    private long version;
    private long changedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected NotificationRow() {}

    NotificationView view() {
        return new NotificationView(
                new NotificationId(id),
                kind,
                reminderId == null ? null : new ReminderId(reminderId),
                occurrenceId == null ? null : new OccurrenceId(occurrenceId),
                subject,
                title,
                dueAt,
                firedAt,
                late,
                read,
                version);
    }

    String recipient() {
        return recipient;
    }

    long changedAt() {
        return changedAt;
    }

    Cursor cursor() {
        return Cursor.of(firedAt, id);
    }
}

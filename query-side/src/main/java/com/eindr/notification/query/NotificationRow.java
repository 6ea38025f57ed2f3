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

    private UUID reminderId;
    private String occurrenceId;
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
                new ReminderId(reminderId),
                new OccurrenceId(occurrenceId),
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

package com.eindr.notification.query;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the table {@code reminder_history}, to be read only. */
@Entity
@Immutable
@Table(name = "reminder_history")
class HistoryRow {
    @EmbeddedId
    private Key key;

    private String ownerId;
    private Instant at;
    private String type;
    private String facts;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected HistoryRow() {}

    /** A line of one reminder. */
    @Embeddable
    record Key(UUID reminderId, long position) {}

    String ownerId() {
        return ownerId;
    }

    long position() {
        return key.position();
    }

    Instant at() {
        return at;
    }

    String type() {
        return type;
    }

    /** A JSON object of texts. */
    String facts() {
        return facts;
    }
}

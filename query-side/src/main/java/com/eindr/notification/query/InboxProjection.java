package com.eindr.notification.query;

import static java.util.stream.Collectors.toSet;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.notification.NotificationEvent;
import com.eindr.notification.NotificationEvent.NoticeRaised;
import com.eindr.notification.NotificationEvent.NotificationRaised;
import com.eindr.notification.NotificationEvent.NotificationRead;
import com.eindr.notification.NotificationEvent.Raised;
import com.eindr.notification.NotificationId;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Everything a person was told, and whether they have read it. */
@Component
@ProcessingGroup(InboxProjection.NAME)
final class InboxProjection implements Projection {
    static final String NAME = "inbox";

    private static final Table<Fresh> RAISED = Table.<Fresh>named("notification")
            .key("id", "uuid", row -> row.event().notificationId())
            .column("recipient", "text", row -> row.event().recipient())
            .column("kind", "text", row -> row.event().kind())
            .column("reminder_id", "uuid", row -> row.event().reminderId())
            .column("occurrence_id", "text", row -> row.event().occurrence())
            .column("title", "text", row -> row.event().title())
            .column("subject", "text", Fresh::subject)
            .column("about", "text", Fresh::about)
            .column("due_at", "timestamptz", row -> Timestamps.stored(row.dueAt()))
            .column("fired_at", "timestamptz", row -> Timestamps.stored(row.firedAt()))
            .column("late", "boolean", Fresh::late)
            .column("is_read", "boolean", row -> false)
            .column("version", "bigint", Fresh::version)
            .column("changed_at", "bigint", Fresh::position)
            .ordered();

    private static final String LATER = """
        UPDATE notification AS n
        SET is_read = n.is_read OR later.is_read, version = later.version, changed_at = later.changed_at
        FROM unnest(?::uuid[], ?::boolean[], ?::bigint[], ?::bigint[]) AS later (id, is_read, version, changed_at)
        WHERE n.id = later.id AND n.changed_at < later.changed_at\
        """;

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<NotificationEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    InboxProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                hotViews,
                "DELETE FROM notification WHERE recipient = :person",
                "UPDATE notification SET changed_at = :position, title = '" + NoticeRaised.OF_NOBODY
                        + "' WHERE about = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("notification");
    }

    @Override
    public void replaced() {
        hotViews.forget(NAME);
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(NotificationEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<NotificationEvent>> batch, boolean rebuilding) {
        Map<NotificationId, Fresh> raised = new LinkedHashMap<>();
        Map<NotificationId, Later> later = new LinkedHashMap<>();
        for (Recorded<NotificationEvent> recorded : batch) {
            if (recorded.event() instanceof Raised event) {
                raised.put(event.notificationId(), new Fresh(event, recorded.version(), recorded.position()));
            } else {
                later.merge(recorded.event().notificationId(), Later.of(recorded), Later::and);
            }
        }
        RAISED.upsert(jdbc, raised.values());
        if (!later.isEmpty()) {
            arrays.update(
                    LATER,
                    ArrayQuery.values("uuid", later.values(), Later::id),
                    ArrayQuery.values("boolean", later.values(), Later::read),
                    ArrayQuery.values("bigint", later.values(), Later::version),
                    ArrayQuery.values("bigint", later.values(), Later::position));
        }
        if (!rebuilding) {
            hotViews.moved(
                    NAME,
                    batch.getLast().position(),
                    batch.stream().map(recorded -> recorded.event().recipient()).collect(toSet()));
        }
    }

    private record Fresh(Raised event, long version, long position) {

        @Nullable
        String subject() {
            return event instanceof NoticeRaised notice ? notice.subject() : null;
        }

        @Nullable
        UserId about() {
            return event instanceof NoticeRaised notice ? notice.about() : null;
        }

        Instant dueAt() {
            return switch (event) {
                case NotificationRaised ring -> ring.dueAt();
                case NoticeRaised notice -> notice.raisedAt();
            };
        }

        Instant firedAt() {
            return switch (event) {
                case NotificationRaised ring -> ring.firedAt();
                case NoticeRaised notice -> notice.raisedAt();
            };
        }

        boolean late() {
            return event instanceof NotificationRaised ring && ring.late();
        }
    }

    /** What became of a notification after it was raised. */
    private record Later(NotificationId id, boolean read, long version, long position) {

        static Later of(Recorded<NotificationEvent> recorded) {
            return new Later(
                    recorded.event().notificationId(),
                    recorded.event() instanceof NotificationRead,
                    recorded.version(),
                    recorded.position());
        }

        Later and(Later next) {
            return new Later(id, read || next.read, next.version, next.position);
        }
    }
}

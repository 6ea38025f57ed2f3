package com.eindr.infra.push;

import com.eindr.notification.NotificationEvent.NoticeRaised;
import com.eindr.notification.NotificationEvent.Raised;
import com.eindr.notification.saga.PushOutbox;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps pushes in the table {@code push_outbox}. What one unit of work adds goes there in one batch, at its end. */
@Component
class JdbcPushOutbox implements PushOutbox {
    private static final String ADDED = JdbcPushOutbox.class.getName();

    private final JdbcTemplate jdbc;
    private final PushProperties properties;

    JdbcPushOutbox(JdbcTemplate jdbc, PushProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    public void add(Raised raised, @Nullable String correlationId) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        List<Added> added = work.getOrComputeResource(ADDED, key -> {
            List<Added> list = new ArrayList<>();
            work.onPrepareCommit(ending -> insert(list));
            return list;
        });
        added.add(new Added(raised, correlationId));
    }

    private void insert(List<Added> added) {
        jdbc.batchUpdate("""
            INSERT INTO push_outbox (notification_id, recipient, kind, reminder_id, occurrence_id, title,
                                     due_at, worthless_at, correlation_id, about)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (notification_id) DO NOTHING\
            """, added, added.size(), this::bind);
    }

    private void bind(PreparedStatement row, Added added) throws SQLException {
        Raised raised = added.raised();
        ReminderId reminder = raised.reminderId();
        OccurrenceId occurrence = raised.occurrence();
        row.setObject(1, raised.notificationId().value());
        row.setString(2, raised.recipient().value());
        row.setString(3, raised.kind().name());
        row.setObject(4, reminder == null ? null : reminder.value(), Types.OTHER);
        row.setString(5, occurrence == null ? null : occurrence.value());
        row.setString(6, raised.title());
        row.setTimestamp(7, Timestamp.from(raised.pushAt()));
        row.setTimestamp(8, Timestamp.from(raised.pushAt().plus(properties.worthFor())));
        row.setString(9, added.correlationId());
        row.setString(
                10,
                raised instanceof NoticeRaised notice && notice.about() != null
                        ? notice.about().value()
                        : null);
    }

    private record Added(Raised raised, @Nullable String correlationId) {}
}

package com.eindr.infra.push;

import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The dispatcher's side of the table {@code push_outbox}. Every method is a transaction of its own. */
@Component
class PushTable {
    private final JdbcTemplate jdbc;

    PushTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims pushes that are due, for the length of the lease; what other dispatchers are claiming is left to them. */
    List<Push> claim(Instant now, Duration lease, int most) {
        return jdbc.query("""
            UPDATE push_outbox SET due_at = ?, attempts = attempts + 1
            WHERE notification_id IN (
                SELECT notification_id FROM push_outbox WHERE due_at <= ?
                ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING *\
            """, PushTable::push, Timestamp.from(now.plus(lease)), Timestamp.from(now), most);
    }

    /** Puts pushes back; one that was meanwhile claimed by somebody else stays theirs. */
    void putBack(Collection<Later> pushes) {
        jdbc.batchUpdate(
                "UPDATE push_outbox SET due_at = ?, taken_by = ? WHERE notification_id = ? AND attempts = ?",
                pushes,
                Math.max(pushes.size(), 1),
                (row, later) -> {
                    row.setTimestamp(1, Timestamp.from(later.dueAt()));
                    row.setArray(
                            2,
                            row.getConnection()
                                    .createArrayOf("uuid", later.takenBy().toArray()));
                    row.setObject(3, later.push().notificationId().value());
                    row.setInt(4, later.push().attempts());
                });
    }

    /** Forgets pushes whose outcome is recorded. */
    void remove(Collection<Push> pushes) {
        jdbc.batchUpdate(
                "DELETE FROM push_outbox WHERE notification_id = ?",
                pushes,
                Math.max(pushes.size(), 1),
                (row, push) -> row.setObject(1, push.notificationId().value()));
    }

    /** A push that is to be tried again at {@code dueAt} by the devices that have not taken it. */
    record Later(Push push, Instant dueAt, Set<UUID> takenBy) {}

    private static Push push(ResultSet row, int number) throws SQLException {
        UUID reminder = row.getObject("reminder_id", UUID.class);
        String occurrence = row.getString("occurrence_id");
        return new Push(
                new NotificationId(row.getObject("notification_id", UUID.class)),
                new UserId(row.getString("recipient")),
                NotificationKind.valueOf(row.getString("kind")),
                reminder == null ? null : new ReminderId(reminder),
                occurrence == null ? null : new OccurrenceId(occurrence),
                row.getString("title"),
                row.getTimestamp("worthless_at").toInstant(),
                row.getInt("attempts"),
                Set.of((UUID[]) row.getArray("taken_by").getArray()),
                row.getString("correlation_id"));
    }
}

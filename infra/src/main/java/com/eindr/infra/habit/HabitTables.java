package com.eindr.infra.habit;

import com.eindr.account.Plan;
import com.eindr.habit.HabitId;
import com.eindr.habit.HabitStatus;
import com.eindr.habit.command.Trace;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** What the read model {@code habits} tells of whose habits there are to look for, and how far that has come. */
final class HabitTables {
    private static final String CLAIM =
            "SELECT position FROM habit_position WHERE by_meaning = ? FOR UPDATE SKIP LOCKED";

    private static final String PEOPLE = """
        SELECT owner_id, wanted, plan, said_at, changed_at FROM habit_person
        WHERE changed_at > ? ORDER BY changed_at LIMIT ?\
        """;

    /** A meaning counts only if it is that of the words as they are. */
    private static final String TRACES = """
        SELECT e.*, m.vector FROM habit_evidence e
            LEFT JOIN meaning m ON m.id = e.reminder_id AND m.changed_at = e.said_at
        WHERE e.owner_id = ?
            AND (e.repeating OR e.reminder_id = ANY (?::uuid[]) OR e.changed_at >= (
                SELECT coalesce(min(latest.changed_at), 0) FROM (
                    SELECT changed_at FROM habit_evidence WHERE owner_id = ? ORDER BY changed_at DESC LIMIT ?) latest))\
        """;

    private final JdbcOperations jdbc;

    HabitTables(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody to be looked at.
     *
     * @param wanted whether they want suggestions
     * @param plan that they were put on; null for somebody who is on none but the trial they began with
     * @param saidAt the position of the last words
     */
    record Person(UserId id, boolean wanted, @Nullable Plan plan, long saidAt, long changedAt) {}

    /** What was suggested. */
    record Suggestion(HabitId id, HabitStatus status, Set<ReminderId> evidence) {}

    /** Up to where people were looked at; nobody else goes on until the transaction ends. Empty while somebody else does. */
    OptionalLong claim(boolean byMeaning) {
        return jdbc.query(CLAIM, (row, index) -> row.getLong(1), byMeaning).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void reached(boolean byMeaning, long position) {
        jdbc.update("UPDATE habit_position SET position = ? WHERE by_meaning = ?", position, byMeaning);
    }

    /** Up to where the meaning of words is known. */
    long understood() {
        Long position = jdbc.queryForObject("SELECT position FROM meaning_position", Long.class);
        return position == null ? 0 : position;
    }

    List<Person> behind(long position, int limit) {
        return jdbc.query(PEOPLE, HabitTables::person, position, limit);
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        String plan = row.getString("plan");
        return new Person(
                new UserId(row.getString("owner_id")),
                row.getBoolean("wanted"),
                plan == null ? null : Plan.valueOf(plan),
                row.getLong("said_at"),
                row.getLong("changed_at"));
    }

    List<Suggestion> suggestions(UserId owner) {
        return jdbc.query(
                "SELECT id, status, evidence FROM habit WHERE owner_id = ? AND status <> ?",
                (row, index) -> new Suggestion(
                        new HabitId(row.getObject("id", UUID.class)),
                        HabitStatus.valueOf(row.getString("status")),
                        row.getString("evidence")
                                .lines()
                                .map(line -> ReminderId.of(line.substring(0, line.indexOf(' '))))
                                .collect(Collectors.toUnmodifiableSet())),
                owner.value(),
                HabitStatus.WITHDRAWN.name());
    }

    /** The latest reminders of somebody, with all that repeat and all that led to a suggestion. */
    List<Trace> traces(UserId owner, List<Suggestion> suggestions, int latest) {
        Object[] ids = suggestions.stream()
                .flatMap(suggestion -> suggestion.evidence().stream())
                .map(ReminderId::value)
                .distinct()
                .toArray();
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(TRACES);
                    statement.setString(1, owner.value());
                    statement.setArray(2, connection.createArrayOf("uuid", ids));
                    statement.setString(3, owner.value());
                    statement.setInt(4, latest);
                    return statement;
                },
                HabitTables::trace);
    }

    private static Trace trace(ResultSet row, int index) throws SQLException {
        String occurrence = row.getString("occurrence");
        return new Trace(
                new ReminderId(row.getObject("reminder_id", UUID.class)),
                row.getLong("made_at"),
                row.getString("title"),
                meaning(row.getArray("vector")),
                row.getObject("planned", LocalDateTime.class),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("repeating"),
                row.getBoolean("cancelled"),
                occurrence == null ? null : new OccurrenceId(occurrence),
                Timestamps.read(row, "done_at"),
                row.getObject("done_on", LocalDateTime.class),
                Timestamps.read(row, "rang_at"));
    }

    /** Its parts are whole numbers of one byte. */
    private static List<Byte> meaning(@Nullable Array vector) throws SQLException {
        return vector == null
                ? List.of()
                : Stream.of((Float[]) vector.getArray()).map(Float::byteValue).toList();
    }
}

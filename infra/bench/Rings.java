import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which of some reminders have rung, and when, according to the event log itself. */
final class Rings {
    private static final String ABOUT_OURS =
            "FROM domain_event_entry WHERE aggregate_identifier = ANY (?) AND payload_type LIKE ?";

    private final Application application;
    private final Map<String, Instant> due = new LinkedHashMap<>();

    Rings(Application application) {
        this.application = application;
    }

    /** A reminder that was acknowledged, and when it is to ring. */
    synchronized void due(String id, Instant at) {
        due.put(id, at);
    }

    synchronized int size() {
        return due.size();
    }

    synchronized Instant lastDue() {
        return due.values().stream().max(Instant::compareTo).orElseThrow();
    }

    /** Returns once all have rung, or after the time is up. */
    void awaitAll(int seconds) throws SQLException, IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (distinct("%OccurrenceRang") < size() && System.nanoTime() < until) {
            Thread.sleep(500);
        }
    }

    /** How many of ours have at least one event of the kind. */
    int distinct(String kind) throws SQLException, IOException {
        return count("SELECT count(DISTINCT aggregate_identifier) " + ABOUT_OURS, kind);
    }

    int events(String kind) throws SQLException, IOException {
        return count("SELECT count(*) " + ABOUT_OURS, kind);
    }

    /** Fired − due of all that have rung, in milliseconds. */
    Samples lateness() throws SQLException, IOException {
        var late = new Samples();
        try (Connection connection = application.database();
                var query = connection.prepareStatement(
                        "SELECT aggregate_identifier, min(time_stamp) " + ABOUT_OURS + " GROUP BY 1")) {
            query.setArray(1, ids(connection));
            query.setString(2, "%OccurrenceRang");
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Instant rang = row.getObject(2, OffsetDateTime.class).toInstant();
                    late.add(Duration.between(due.get(row.getString(1)), rang).toNanos() / 1e6);
                }
            }
        }
        return late;
    }

    private int count(String sql, String kind) throws SQLException, IOException {
        try (Connection connection = application.database();
                var query = connection.prepareStatement(sql)) {
            query.setArray(1, ids(connection));
            query.setString(2, kind);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private synchronized Array ids(Connection connection) throws SQLException {
        return connection.createArrayOf("text", due.keySet().toArray());
    }
}

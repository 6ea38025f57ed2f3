package com.eindr.infra.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of the application on one PostgreSQL and one Redis. */
class TwoNodesTest {
    private static final Map<String, String> NO_RATE_LIMITS =
            Map.of("eindr.rate-limits.reads-per-minute", "0", "eindr.rate-limits.writes-per-minute", "0");
    /** How long a dead node's work may wait (missed heartbeats, and the next look for dead executions). */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(40);

    @TempDir
    private Path home;

    @Test
    void each_occurrence_fires_once_and_a_killed_nodes_deadlines_ring_on_the_other() throws Exception {
        TestDatabase database = TestServers.freshDatabase();
        TestRedis redis = TestServers.freshRedis();
        AppProcess first = AppProcess.launch(home, database, redis, NO_RATE_LIMITS);
        try (first;
                AppProcess second =
                        AppProcess.launch(home, database, redis, NO_RATE_LIMITS).awaitReady()) {
            first.awaitReady();

            List<String> early = create(first.api(), second.api(), 60, Duration.ofSeconds(6));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(rings(database)).containsOnlyKeys(early));
            assertThat(rings(database).values()).containsOnly(1);

            List<String> late = create(first.api(), second.api(), 300, Duration.ofSeconds(12));
            // In the midst of the ringing, with deadlines picked that it will never finish.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> rings(database).size() > early.size());
            first.kill();
            Instant killed = Instant.now();
            List<String> all = new ArrayList<>(early);
            all.addAll(late);
            Awaitility.await()
                    .atMost(TAKEN_OVER)
                    .untilAsserted(() -> assertThat(rings(database)).containsOnlyKeys(all));
            assertThat(Instant.now()).isBefore(killed.plus(TAKEN_OVER));
            assertThat(rings(database).values()).containsOnly(1);
        }
    }

    /** Reminders of several people, made on both nodes in turn, all due at the same second. */
    private static List<String> create(ApiClient one, ApiClient other, int count, Duration ahead) {
        String due = LocalDateTime.now(ZoneOffset.UTC)
                .plus(ahead)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return IntStream.range(0, count)
                .mapToObj(i -> (i % 2 == 0 ? one : other)
                        .as("person-" + i % 7)
                        .post("reminders", Map.of("title", "Ring " + i, "start", due, "timeZone", "UTC"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString())
                .toList();
    }

    /** How often each reminder has rung, by the log itself. */
    private static Map<String, Integer> rings(TestDatabase database) throws SQLException {
        Map<String, Integer> rings = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT aggregate_identifier, count(*) FROM domain_event_entry
                    WHERE payload_type LIKE '%OccurrenceRang' GROUP BY aggregate_identifier\
                    """)) {
            while (rows.next()) {
                rings.put(rows.getString(1), rows.getInt(2));
            }
        }
        return rings;
    }
}

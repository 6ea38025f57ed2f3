package com.eindr.infra.axonserver;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process, killed and started again, with its log in Axon Server. */
class AxonServerRestartTest {
    @TempDir
    private Path home;

    @Test
    void after_kill_9_the_projections_and_the_deadlines_go_on_where_they_stood() {
        TestDatabase database = TestServers.freshDatabase();
        TestRedis redis = TestServers.freshRedis();
        try (AxonServerDouble server = AxonServerDouble.started("default", "secret")) {
            Map<String, String> settings = Map.of(
                    "eindr.event-store", "axon-server",
                    "axon.axonserver.servers", server.address(),
                    "axon.axonserver.token", "secret");
            String id;
            try (AppProcess first =
                    AppProcess.launch(home, database, redis, settings).awaitReady()) {
                LocalDateTime start =
                        LocalDateTime.now(ZoneOffset.UTC).plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
                id = first.api()
                        .as("ana")
                        .post("reminders", Map.of("title", "Call Ana", "start", start.toString(), "timeZone", "UTC"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
                first.kill();
            }
            try (AppProcess second =
                    AppProcess.launch(home, database, redis, settings).awaitReady()) {
                ApiClient.Session ana = second.api().as("ana");
                Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                    ana.get("reminders/" + id).expect(200);
                    ana.get("notifications").expect(200);
                    if (ana.get("notifications").json().path("items").isEmpty()) {
                        throw new AssertionError("it has not rung yet");
                    }
                });
            }
        }
    }
}

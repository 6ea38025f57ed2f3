package com.eindr.infra.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.embedded.PostgresServer;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresAwayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, String> REMINDER =
            Map.of("title", "Call Ben", "start", "2030-01-01T09:00:00", "timeZone", "Asia/Karachi");

    @TempDir
    private Path folder;

    @Test
    void while_postgresql_is_away_requests_are_told_so_and_afterwards_all_goes_on_without_a_restart() throws Exception {
        try (PostgresServer postgres = TestServers.ownPostgres(folder.resolve("postgres"))) {
            postgres.createDatabase("eindr");
            TestDatabase database = new TestDatabase(postgres, "eindr");
            try (AppProcess application = AppProcess.launch(
                            folder.resolve("home"), database, TestServers.freshRedis(), Map.of())
                    .awaitReady()) {
                ApiClient.Session anonymous = application.api().anonymous();
                ApiClient.Session ana = application.api().as("ana");
                String before = created(ana.post("reminders", REMINDER).expect(201));
                visible(ana, before);

                postgres.stop();

                Awaitility.await()
                        .atMost(SOON)
                        .untilAsserted(() ->
                                anonymous.get("/actuator/health/readiness").expect(503));
                anonymous.get("/actuator/health/liveness").expect(200);
                assertUnavailable(ana.post("reminders", REMINDER));
                assertUnavailable(ana.get("reminders/" + before));
                // Somebody who is new cannot be registered now, and is told the same.
                assertUnavailable(application.api().as("new-in-town").get("me"));

                postgres.start();

                Awaitility.await()
                        .atMost(SOON)
                        .untilAsserted(() ->
                                anonymous.get("/actuator/health/readiness").expect(200));
                String after = created(ana.post("reminders", REMINDER).expect(201));
                visible(ana, before);
                visible(ana, after);
            }
        }
    }

    private static String created(Answer answer) {
        return answer.json().path("id").asString();
    }

    /** The read models have gone on, too. */
    private static void visible(ApiClient.Session session, String id) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> session.get("reminders/" + id).expect(200));
    }

    private static void assertUnavailable(Answer answer) {
        answer.expect(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }
}

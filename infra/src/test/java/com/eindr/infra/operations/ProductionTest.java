package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The profile for clusters, started as its environment says, on servers that are not its own. */
class ProductionTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path nowhere;

    @Test
    void production_serves_on_the_servers_of_others_and_has_nothing_of_the_embedded_mode() {
        try (AppProcess application = AppProcess.launch(
                        nowhere,
                        TestServers.freshDatabase(),
                        TestServers.freshRedis(),
                        Map.of(
                                "SPRING_PROFILES_ACTIVE", "production",
                                "FIREBASE_PROJECT_ID", "eindr-test",
                                "EINDR_CONTACTS_PEPPERS_1", "a-pepper-of-thirty-two-characters",
                                "EINDR_MASTER_KEYS_1", "a-master-key-of-32-characters-or-more",
                                "EINDR_PROOF_KEY", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
                                "EINDR_OPERATIONS_PORT", "0"))
                .awaitReady()) {
            ApiClient.Session stranger = application.api().anonymous();
            ApiClient.Session prometheus = new ApiClient(application::operatorsPort).anonymous();

            stranger.get("/actuator/health/liveness").expect(200);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> stranger.get("/actuator/health/readiness").expect(200));
            prometheus.get("/actuator/prometheus").expect(200);
            // On the same machine, too: there a reverse proxy speaks for everybody.
            stranger.get("/actuator/prometheus").expect(401);
            stranger.get("me").expect(401);
            application.api().authorizedBy("Bearer open-sesame").get("me").expect(401);
            stranger.post("/dev/tokens", Map.of("userId", "ana")).expect(404);
            stranger.get("/dev/pushes").expect(404);
            // By this the console knows that there is no local issuer.
            stranger.send("OPTIONS", "/dev/tokens", "").expect(404);
            assertThat(stranger.get("/console/").expect(200).header("Content-Security-Policy"))
                    .contains("default-src 'none'");

            assertThat(application.output()).contains("No pushes are sent");
            assertThat(logged(application))
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line.propertyNames()).contains("@timestamp", "level", "logger_name", "message"));
            assertThat(nowhere).isEmptyDirectory();
        }
    }

    private static List<JsonNode> logged(AppProcess application) {
        return application
                .output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .toList();
    }
}

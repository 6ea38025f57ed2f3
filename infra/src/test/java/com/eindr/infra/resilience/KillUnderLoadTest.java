package com.eindr.infra.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.embedded.EmbeddedServers;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} in mid-load, on the embedded mode's own servers, which are taken over by the next start. */
class KillUnderLoadTest {
    private static final Map<String, String> NO_RATE_LIMITS =
            Map.of("eindr.rate-limits.reads-per-minute", "0", "eindr.rate-limits.writes-per-minute", "0");
    private static final String USER = "ana";
    private static final int PEOPLE = 8;

    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Load load = new Load();

    @TempDir
    private Path home;

    @AfterEach
    void leave_no_process_behind() {
        EmbeddedServers.stopLeftIn(home);
    }

    @Test
    void kill_9_in_mid_load_loses_no_acknowledged_command_and_does_none_twice() throws Exception {
        kill(5);
    }

    @Test
    @Tag("soak")
    void not_in_fifty_times_either() throws Exception {
        kill(50);
    }

    private void kill(int times) throws Exception {
        for (int cycle = 0; cycle < times; cycle++) {
            try (AppProcess application =
                    AppProcess.launch(home, NO_RATE_LIMITS).awaitReady()) {
                load.repeatUnanswered(application.api(), USER);
                int enough = load.count() + random.nextInt(20, 200);
                List<Thread> people = load.start(application.api(), USER, PEOPLE);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> load.count() >= enough);
                application.kill();
                for (Thread person : people) {
                    person.join();
                }
            }
        }
        try (AppProcess application = AppProcess.launch(home, NO_RATE_LIMITS).awaitReady()) {
            load.repeatUnanswered(application.api(), USER);
            ApiClient.Session session = application.api().as(USER);
            Map<String, String> acknowledged = load.acknowledged();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(remindersByTitle(session)).containsAllEntriesOf(singly(acknowledged)));
            // Every one is there under the id that was acknowledged, once, and nothing else is.
            assertThat(remindersByTitle(session)).isEqualTo(singly(acknowledged));
            // A key that is used again gives the first answer again, also after the crashes.
            for (String key : acknowledged.keySet().stream().limit(50).toList()) {
                assertThat(Load.create(session, key)
                                .expect(201)
                                .json()
                                .path("id")
                                .asString())
                        .isEqualTo(acknowledged.get(key));
            }
            assertThat(remindersByTitle(session)).hasSameSizeAs(acknowledged);
        }
    }

    private static Map<String, List<String>> singly(Map<String, String> ids) {
        Map<String, List<String>> lists = new HashMap<>();
        ids.forEach((key, id) -> lists.put(key, List.of(id)));
        return lists;
    }

    /** The ids of all reminders of a title, by title, over all pages of the list. */
    private static Map<String, List<String>> remindersByTitle(ApiClient.Session session) {
        Map<String, List<String>> found = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page =
                    session.get("reminders?limit=100" + cursor).expect(200).json();
            for (JsonNode reminder : page.path("items")) {
                found.computeIfAbsent(reminder.path("title").asString(), title -> new ArrayList<>())
                        .add(reminder.path("id").asString());
            }
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return found;
    }
}

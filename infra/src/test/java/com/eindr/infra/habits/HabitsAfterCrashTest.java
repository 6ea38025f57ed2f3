package com.eindr.infra.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The application as a process, killed between what is done and the look at it, and again after the answer. */
class HabitsAfterCrashTest {
    @TempDir
    private Path home;

    @Test
    void after_kill_9_what_was_not_looked_at_is_and_what_was_accepted_is_one_reminder() {
        TestDatabase database = TestServers.freshDatabase();
        TestRedis redis = TestServers.freshRedis();
        // It looks once, at its start, and then not for an hour.
        Map<String, String> idle = Map.of("eindr.habits.every", "1h");
        try (AppProcess first = AppProcess.launch(home, database, redis, idle).awaitReady()) {
            new Regular(first.api().as("ana")).doneOnMondays("Go swimming");
            first.kill();
        }
        String accept;
        String reminder;
        try (AppProcess second =
                AppProcess.launch(home, database, redis, Map.of()).awaitReady()) {
            Regular ana = new Regular(second.api().as("ana"));
            accept = "habits/suggestions/"
                    + ana.awaitSuggestion("Go swimming").path("id").asString() + "/accept";
            reminder = accepted(second, accept);
            second.kill();
        }
        try (AppProcess third =
                AppProcess.launch(home, database, redis, Map.of()).awaitReady()) {
            assertThat(accepted(third, accept)).isEqualTo(reminder);
            JsonNode reminders = third.api()
                    .as("ana")
                    .get("reminders?status=ACTIVE")
                    .expect(200)
                    .json();
            assertThat(reminders.path("items").valueStream())
                    .extracting(item -> item.path("id").asString())
                    .containsExactly(reminder);
        }
    }

    private static String accepted(AppProcess app, String accept) {
        return app.api()
                .as("ana")
                .post(accept, Map.of())
                .expect(200)
                .json()
                .path("reminderId")
                .asString();
    }
}

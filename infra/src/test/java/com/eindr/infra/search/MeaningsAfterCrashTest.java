package com.eindr.infra.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process, killed between the event and the meaning of its words. */
class MeaningsAfterCrashTest {
    @TempDir
    private Path home;

    @Test
    void after_kill_9_what_was_not_understood_yet_is_and_is_found() {
        TestDatabase database = TestServers.freshDatabase();
        TestRedis redis = TestServers.freshRedis();
        String note;
        // It looks once, at its start, and then not for an hour.
        Map<String, String> idle = Map.of("eindr.search.every", "1h");
        try (AppProcess first = AppProcess.launch(home, database, redis, idle).awaitReady()) {
            note = new Seeker(first.api().as("ana")).note("The cat has to see the vet on Friday");
            first.kill();
        }
        try (AppProcess second =
                AppProcess.launch(home, database, redis, Map.of()).awaitReady()) {
            Seeker ana = new Seeker(second.api().as("ana"));
            ana.reminder("Pay the electricity bill");
            assertThat(ana.found("an animal doctor for my pet")).containsExactly(note);
        }
    }
}

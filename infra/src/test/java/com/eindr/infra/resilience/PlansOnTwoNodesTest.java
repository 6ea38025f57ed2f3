package com.eindr.infra.resilience;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a plan limits is exact although two nodes decide; a plan or a profile that was changed on one counts on the other. */
class PlansOnTwoNodesTest {
    private static final Logger log = LoggerFactory.getLogger(PlansOnTwoNodesTest.class);
    private static final Map<String, String> NO_RATE_LIMITS =
            Map.of("eindr.rate-limits.reads-per-minute", "0", "eindr.rate-limits.writes-per-minute", "0");
    private static final Map<String, String> REMINDER = Map.of("title", "Call Ana", "start", "2036-12-01T09:00:00");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    @Test
    void of_sixty_simultaneous_creations_on_two_nodes_exactly_fifty_succeed() throws Exception {
        TestDatabase database = TestServers.freshDatabase();
        TestRedis redis = TestServers.freshRedis();
        try (AppProcess first = AppProcess.launch(home, database, redis, NO_RATE_LIMITS);
                AppProcess second = AppProcess.launch(home, database, redis, NO_RATE_LIMITS)) {
            first.awaitReady();
            second.awaitReady();
            assertThatProfilesAreRight(first.api().as("dia"), second.api().as("dia"));
            ApiClient.Session here = first.api().as("ana");
            ApiClient.Session there = second.api().as("ana");
            there.post("reminders", REMINDER).expect(201);

            first.api().putOn(Plan.EXPIRED, "ana");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> there.post("reminders", REMINDER).status() == 403);
            first.api().putOn(Plan.STARTER, "ana");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> there.post("reminders", REMINDER).status() == 201);

            List<Answer> answers;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Answer>> running = IntStream.range(0, 60)
                        .mapToObj(i -> threads.submit(() -> decided(i % 2 == 0 ? here : there, "key-" + i)))
                        .toList();
                answers = running.stream().map(PlansOnTwoNodesTest::result).toList();
            }

            // One was taken to see that the plan counts there.
            assertThat(answers.stream().collect(groupingBy(Answer::status, counting())))
                    .isEqualTo(Map.of(201, 49L, 403, 11L));
        }
    }

    /** What both nodes keep in Redis is never older than what was written on the one, when it is read on the other. */
    private static void assertThatProfilesAreRight(ApiClient.Session here, ApiClient.Session there) {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "Dia " + i;
            Answer renamed = here.patch("me", Map.of("displayName", name)).expect(200);
            long written = System.nanoTime();
            if (i % 2 == 0) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> name.equals(nameOf(there.get("me"))));
            }
            assertThat(nameOf(there.get("me", "Consistent-With", String.valueOf(renamed.header("Consistency-Token")))))
                    .isEqualTo(name);
            millis.add(Duration.ofNanos(System.nanoTime() - written).toMillis());
        }
        log.info("a profile was right on the other node after so many ms: {}", millis);
    }

    private static String nameOf(Answer me) {
        return me.expect(200).json().path("displayName").asString("");
    }

    /** Where too many race for the same thing the answer is 503, and whoever asks again is decided. */
    private static Answer decided(ApiClient.Session session, String key) {
        Answer answer = session.post("reminders", REMINDER, "Idempotency-Key", key);
        while (answer.status() == 503) {
            answer = session.post("reminders", REMINDER, "Idempotency-Key", key);
        }
        return answer;
    }

    private static Answer result(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two requests with one idempotency key at the same time: one decision, whichever node they arrive at. */
@EindrTest
class TwinsTest {
    private final ApiClient api;
    private final TestDatabase database;
    private final TestRedis redis;
    private final JdbcTemplate log;

    @Autowired
    TwinsTest(ApiClient api, TestDatabase database, TestRedis redis, JdbcTemplate log) {
        this.api = api;
        this.database = database;
        this.redis = redis;
        this.log = log;
    }

    @Test
    void a_twin_of_a_request_that_is_still_being_decided_is_told_so() throws SQLException {
        ApiClient.Session ana = api.as("ana");
        ana.get("me").expect(200);
        CompletableFuture<Answer> first;
        try (Connection slow = holdTheLog()) {
            first = inBackground(() -> create(ana, "one"));
            awaitSomebodyWaiting(1);

            Answer twin = create(ana, "one").expect(409);

            assertThat(twin.problem()).isEqualTo("still-running");
            assertThat(twin.header("Retry-After")).isEqualTo("1");
            slow.rollback();
        }

        String id = id(first.join().expect(201));
        assertThat(id(create(ana, "one").expect(201))).isEqualTo(id);
        assertThat(createdWithTitle("one")).isOne();
    }

    @Test
    void a_twin_on_another_node_waits_for_the_first_and_gets_its_answer() throws SQLException {
        try (AppProcess other =
                AppProcess.launch(TestServers.home(), database, redis, Map.of()).awaitReady()) {
            ApiClient.Session here = api.as("bea");
            ApiClient.Session there = other.api().as("bea");
            here.get("me").expect(200);
            there.get("me").expect(200);
            CompletableFuture<Answer> first;
            CompletableFuture<Answer> twin;
            try (Connection slow = holdTheLog()) {
                first = inBackground(() -> create(here, "two"));
                awaitSomebodyWaiting(1);
                twin = inBackground(() -> create(there, "two"));
                awaitSomebodyWaiting(2);
                slow.rollback();
            }

            assertThat(id(twin.join().expect(201))).isEqualTo(id(first.join().expect(201)));
            assertThat(createdWithTitle("two")).isOne();
            manyPairsAtOnce(here, there);
        }
    }

    /** Nothing holds them up: they meet wherever they happen to meet. */
    private void manyPairsAtOnce(ApiClient.Session here, ApiClient.Session there) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int pair = 0; pair < 50; pair++) {
            String key = "pair-" + pair;
            answers.add(inBackground(() -> create(here, key)));
            answers.add(inBackground(() -> create(there, key)));
        }
        for (int pair = 0; pair < 50; pair++) {
            assertThat(id(answers.get(2 * pair).join().expect(201)))
                    .isEqualTo(id(answers.get(2 * pair + 1).join().expect(201)));
            assertThat(createdWithTitle("pair-" + pair)).isOne();
        }
    }

    /** As an append does that takes long: nobody else's events get a position until it ends. */
    private Connection holdTheLog() throws SQLException {
        Connection slow = database.connect();
        slow.setAutoCommit(false);
        try (Statement statement = slow.createStatement()) {
            statement.execute("SELECT position FROM event_log_head FOR UPDATE");
        }
        return slow;
    }

    private void awaitSomebodyWaiting(int atLeast) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    Integer waiting = log.queryForObject("""
                        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                        AND application_name = 'eindr-event-log' AND wait_event_type = 'Lock'\
                        """, Integer.class);
                    return waiting != null && waiting >= atLeast;
                });
    }

    private int createdWithTitle(String title) {
        Integer count = log.queryForObject("""
            SELECT count(*) FROM domain_event_entry WHERE payload_type LIKE '%ReminderCreated'
            AND convert_from(payload, 'UTF8')::jsonb -> 'schedule' ->> 'start' = ?\
            """, Integer.class, start(title) + ":00");
        return count == null ? 0 : count;
    }

    /** The title is encrypted in the log, so each has a time of its own to be found by. */
    private static String start(String title) {
        return LocalDateTime.parse("2036-12-01T09:00")
                .plusMinutes(title.hashCode() & 0xFFFF)
                .toString();
    }

    private static Answer create(ApiClient.Session who, String key) {
        return who.post(
                "reminders",
                Map.of("title", key, "start", start(key), "timeZone", "Asia/Karachi"),
                "Idempotency-Key",
                key);
    }

    private static CompletableFuture<Answer> inBackground(Supplier<Answer> request) {
        return CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }
}

package com.eindr.infra.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code kill -9} in the midst of an erasure, at each of its steps: it is completed by whoever comes after. */
class ErasureKilledTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int REMINDERS = 40;
    private static final String CERTIFIED =
            "SELECT count(*) > 0 FROM domain_event_entry WHERE payload_type LIKE '%PersonErased'";

    private static final String ENDED =
            "SELECT count(*) = 0 FROM association_value_entry WHERE saga_type LIKE '%.Erasure'";

    private static final Map<String, String> AT_ONCE = Map.of(
            "eindr.rate-limits.reads-per-minute", "0",
            "eindr.rate-limits.writes-per-minute", "0",
            "eindr.erasure.grace", "PT2S",
            "eindr.erasure.keys-remembered-for", "PT4S",
            "db-scheduler.heartbeat-interval", "1s",
            "db-scheduler.missed-heartbeats-limit", "4");

    private final TestDatabase server = TestServers.freshDatabase();
    private final TestRedis redisServer = TestServers.freshRedis();
    private final JdbcTemplate database = new JdbcTemplate(
            new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword()));
    private final LettuceConnectionFactory redis =
            new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(redisServer.url()));

    @TempDir
    private Path home;

    @BeforeEach
    void connect() {
        redis.afterPropertiesSet();
        redis.start();
    }

    @AfterEach
    void disconnect() {
        redis.destroy();
    }

    @Test
    void kill_9_at_any_step_of_an_erasure_delays_it_and_leaves_nothing_behind() {
        runUntil(() -> is("SELECT count(*) > 0 FROM person_key WHERE destroyed_at IS NOT NULL"), node -> {
            Leaver leaver = Leaver.of(node.api());
            for (int i = 0; i < REMINDERS; i++) {
                Leaver.remind(leaver.ana(), "Zahnarzt", "Behandlung");
            }
            leaver.ana().api().delete("me").expect(202);
        });
        runUntil(() -> is(CERTIFIED), node -> {});
        runUntil(() -> is(ENDED) && nothingIsLeft(), node -> {});

        assertThat(is("SELECT count(*) = 1 FROM domain_event_entry WHERE payload_type LIKE '%PersonErased'"))
                .isTrue();
    }

    /** Starts a node, and kills it as soon as that is so. */
    private void runUntil(Callable<Boolean> reached, Begin begin) {
        try (AppProcess node =
                AppProcess.launch(home, server, redisServer, AT_ONCE).awaitReady()) {
            begin.on(node);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(reached);
            node.kill();
        }
    }

    private boolean nothingIsLeft() {
        Dump dump = Dump.of(database, new StringRedisTemplate(redis));
        return Leaver.WORDS.stream().allMatch(word -> dump.placesOf(word).isEmpty());
    }

    private boolean is(String condition) {
        return Boolean.TRUE.equals(database.queryForObject(condition, Boolean.class));
    }

    @FunctionalInterface
    private interface Begin {
        void on(AppProcess node);
    }
}

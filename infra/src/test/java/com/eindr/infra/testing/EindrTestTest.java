package com.eindr.infra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

@EindrTest
class EindrTestTest {
    private final JdbcTemplate database;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private final TestClock testClock;
    private final ApiClient api;

    @Autowired
    EindrTestTest(JdbcTemplate database, StringRedisTemplate redis, Clock clock, TestClock testClock, ApiClient api) {
        this.database = database;
        this.redis = redis;
        this.clock = clock;
        this.testClock = testClock;
        this.api = api;
    }

    @Test
    void a_test_class_has_a_migrated_database_and_an_empty_redis() {
        assertThat(database.queryForObject("SELECT current_database()", String.class))
                .startsWith("test");
        assertThat(database.queryForObject("SELECT count(*) FROM flyway_schema_history", Integer.class))
                .isNotNull();
        redis.opsForValue().set("key", "value");
        assertThat(redis.opsForValue().get("key")).isEqualTo("value");
    }

    @Test
    void the_application_reads_the_clock_that_the_test_moves() {
        Instant before = clock.instant();
        testClock.advance(Duration.ofDays(3));
        assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(3)));
    }

    @Test
    void the_application_answers_over_http() {
        assertThat(api.anonymous()
                        .get("/actuator/health/liveness")
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }
}

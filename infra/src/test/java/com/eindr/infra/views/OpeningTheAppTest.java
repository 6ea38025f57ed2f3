package com.eindr.infra.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@EindrTest
class OpeningTheAppTest {
    private final ApiClient api;
    private final TestClock clock;
    private final StringRedisTemplate redis;

    @Autowired
    OpeningTheAppTest(ApiClient api, TestClock clock, StringRedisTemplate redis) {
        this.api = api;
        this.clock = clock;
        this.redis = redis;
    }

    @Test
    void every_change_is_seen_at_once_from_redis_or_without_what_it_held() {
        Session ana = api.as("ana-opens");
        LocalDateTime start = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(23)
                .plusMinutes(59);
        for (int round = 1; round <= 12; round++) {
            Answer created = ana.post(
                            "reminders",
                            Map.of("title", "number " + round, "start", start.toString(), "timeZone", "UTC"))
                    .expect(201);
            String token = created.header("Consistency-Token");

            for (int look = 0; look < 3; look++) {
                assertThat(titles(ana.get("reminders/today?timeZone=UTC", "Consistent-With", token)))
                        .hasSize(round)
                        .contains("number " + round);
                assertThat(titles(ana.get("reminders/upcoming", "Consistent-With", token)))
                        .hasSize(Math.min(round, 10));
                assertThat(ana.get("notifications/unread-count", "Consistent-With", token)
                                .expect(200)
                                .json()
                                .path("unread")
                                .asLong())
                        .isZero();
            }
            assertThat(kept()).isNotEmpty();
            if (round % 3 == 0) {
                redis.delete(kept());
            }
        }
    }

    private List<String> kept() {
        return List.copyOf(redis.keys("eindr:*:views:*:ana-opens"));
    }

    private static List<String> titles(Answer answer) {
        return StreamSupport.stream(answer.expect(200).json().path("items").spliterator(), false)
                .map(item -> item.has("reminder")
                        ? item.path("reminder").path("title").asString()
                        : item.path("title").asString())
                .toList();
    }
}

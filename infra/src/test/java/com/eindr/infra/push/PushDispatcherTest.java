package com.eindr.infra.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.push.PushService.Answer;
import com.eindr.infra.push.PushService.NotConfigured;
import com.eindr.infra.push.PushService.Taken;
import com.eindr.infra.push.PushService.TokenDead;
import com.eindr.infra.push.PushService.TryLater;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/** With a push service whose moods the test decides, the way a real one's are decided by others. */
@EindrTest
@Import(PushDispatcherTest.Moods.class)
class PushDispatcherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate jdbc;
    private final MoodyService service;
    private final String name = "bob-" + UUID.randomUUID();

    @Autowired
    PushDispatcherTest(ApiClient api, TestClock clock, JdbcTemplate jdbc, MoodyService service) {
        this.api = api;
        this.clock = clock;
        this.jdbc = jdbc;
        this.service = service;
    }

    @Test
    void a_service_that_hangs_delays_no_ring() {
        CountDownLatch end = new CountDownLatch(1);
        service.moods.put("hangs-" + name, () -> {
            awaitUninterruptibly(end);
            return new Taken();
        });
        Session bob = withPhone("hangs-" + name);
        ring(bob);
        await().atMost(PATIENCE).until(() -> service.asked.contains("hangs-" + name));
        ring(bob);
        end.countDown();
    }

    @Test
    void a_push_that_is_not_taken_now_is_tried_again_when_the_service_asks_for_it() {
        service.moods.put("busy-" + name, () -> new TryLater(Duration.ofMinutes(10), "busy"));
        String id = ring(withPhone("busy-" + name));
        await().atMost(PATIENCE).until(() -> service.asked.contains("busy-" + name) && waiting(id, 9));
        service.moods.put("busy-" + name, Taken::new);
        clock.advance(Duration.ofMinutes(11));
        await().atMost(PATIENCE).until(() -> history(id).contains("PushDelivered"));
        assertThat(outboxOf(id)).isZero();
    }

    @Test
    void a_push_that_is_never_taken_is_given_up_after_a_day() {
        service.moods.put("away-" + name, () -> new TryLater(Duration.ofHours(1), "away"));
        String id = ring(withPhone("away-" + name));
        await().atMost(PATIENCE).until(() -> waiting(id, 50));
        clock.advance(Duration.ofHours(25));
        await().atMost(PATIENCE).until(() -> history(id).contains("PushNotDelivered"));
        assertThat(outboxOf(id)).isZero();
    }

    @Test
    void a_dead_token_loses_its_device() {
        service.moods.put("dead-" + name, TokenDead::new);
        String id = ring(withPhone("dead-" + name));
        await().atMost(PATIENCE).until(() -> history(id).contains("PushNotDelivered"));
        await().atMost(PATIENCE)
                .until(() -> jdbc.queryForObject(
                                "SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = ?"
                                        + " AND payload_type LIKE '%DeviceRemoved'",
                                Integer.class, name)
                        == 1);
    }

    @Test
    void a_push_that_nobody_is_there_to_send_is_not_called_delivered(@Autowired MeterRegistry meters) {
        service.moods.put("nobody-" + name, NotConfigured::new);
        String id = ring(withPhone("nobody-" + name));
        await().atMost(PATIENCE).until(() -> history(id).contains("nobody is configured to send pushes"));
        assertThat(history(id)).contains("NOT_CONFIGURED").doesNotContain("PushDelivered");
        assertThat(outboxOf(id)).isZero();
        assertThat(meters.get("eindr.push")
                        .tag("outcome", "not_configured")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void a_person_without_a_device_has_it_recorded() {
        String id = ring(api.as(name));
        await().atMost(PATIENCE).until(() -> history(id).contains("PushNotDelivered"));
    }

    private Session withPhone(String token) {
        Session bob = api.as(name);
        bob.post("me/devices", Map.of("fcmToken", token, "platform", "IOS")).expect(201);
        await().atMost(PATIENCE)
                .until(() -> jdbc.queryForObject("SELECT count(*) FROM token_entry", Integer.class) > 0);
        return bob;
    }

    /** A reminder that has rung. */
    private String ring(Session bob) {
        LocalDateTime due = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusHours(1);
        String id = bob.post("reminders", Map.of("title", "Call Ana", "start", due + ":00"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        clock.setTo(due.toInstant(ZoneOffset.UTC));
        await().atMost(PATIENCE).until(() -> bob.get("notifications").body().contains(id));
        return id;
    }

    private String history(String id) {
        return api.as(name).get("reminders/" + id + "/history").body();
    }

    private boolean waiting(String id, int minutes) {
        return jdbc.queryForObject(
                        "SELECT count(*) FROM push_outbox WHERE reminder_id = ?::uuid AND due_at > ? AND attempts > 0",
                        Integer.class,
                        id,
                        Timestamp.from(clock.instant().plus(Duration.ofMinutes(minutes))))
                == 1;
    }

    private int outboxOf(String id) {
        Integer count =
                jdbc.queryForObject("SELECT count(*) FROM push_outbox WHERE reminder_id = ?::uuid", Integer.class, id);
        return count == null ? 0 : count;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    interface Mood {
        Answer answer();
    }

    static final class MoodyService implements PushService {
        private final Map<String, Mood> moods = new ConcurrentHashMap<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<Answer> send(List<PushMessage> messages) {
            List<Answer> answers = new ArrayList<>();
            for (PushMessage message : messages) {
                String token = message.device().fcmToken();
                asked.add(token);
                answers.add(moods.getOrDefault(token, Taken::new).answer());
            }
            return answers;
        }
    }

    @TestConfiguration
    static class Moods {
        @Bean
        @Primary
        MoodyService moodyService() {
            return new MoodyService();
        }
    }
}

package com.eindr.infra.rings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EindrTest
class RingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiClient api;
    private final TestClock clock;
    private final Scheduler scheduler;
    private final String name = "ana-" + UUID.randomUUID();
    private Session ana;

    @Autowired
    RingsTest(ApiClient api, TestClock clock, Scheduler scheduler) {
        this.api = api;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @BeforeEach
    void ana_has_a_phone() {
        ana = api.as(name);
        ana.post("me/devices", Map.of("fcmToken", "token-of-" + name, "platform", "ANDROID"))
                .expect(201);
        await().atMost(PATIENCE).until(() -> ana.get("me").status() == 200);
    }

    @Test
    void a_reminder_reaches_the_inbox_the_phone_and_the_live_stream_on_time() {
        try (Stream<String> live = ana.lines("live")) {
            Instant due = now().plusSeconds(3);
            String id = remind("Call Bob", due, Map.of());
            assertThat(live.filter(line -> line.contains("event:notification-raised"))
                            .findFirst())
                    .isPresent();
            assertThat(clock.instant()).isBetween(due, due.plusSeconds(20));
            JsonNode notification = awaitRing(id);
            assertThat(notification.path("title").asString()).isEqualTo("Call Bob");
            assertThat(Instant.parse(notification.path("dueAt").asString())).isEqualTo(due);
            JsonNode push = awaitPush(id);
            assertThat(push.path("fcmToken").asString()).isEqualTo("token-of-" + name);
            assertThat(push.path("headline").asString()).doesNotContain("Bob");
        }
    }

    @Test
    void a_cancelled_moved_or_completed_reminder_does_not_ring_at_its_time() {
        Instant due = now().plus(Duration.ofHours(1));
        String cancelled = remind("Cancelled", due, Map.of());
        String completed = remind("Completed", due, Map.of());
        String rescheduled = remind("Rescheduled", due, Map.of());
        ana.delete("reminders/" + cancelled).expect(200);
        ana.post("reminders/" + completed + "/complete", Map.of()).expect(200);
        Instant later = due.plus(Duration.ofHours(1));
        ana.patch("reminders/" + rescheduled, Map.of("start", local(later))).expect(200);
        String witness = remind("Witness", due, Map.of());

        clock.setTo(due);
        awaitRing(witness);
        assertThat(ringsOf(cancelled)).isEmpty();
        assertThat(ringsOf(completed)).isEmpty();
        assertThat(ringsOf(rescheduled)).isEmpty();

        clock.setTo(later);
        awaitRing(rescheduled);
        assertThat(ringsOf(rescheduled))
                .singleElement()
                .satisfies(ring ->
                        assertThat(Instant.parse(ring.path("dueAt").asString())).isEqualTo(later));
    }

    @Test
    void a_snoozed_reminder_rings_again_at_the_end_of_the_snooze() {
        Instant due = now().plus(Duration.ofHours(1));
        String id = remind("Call Bob", due, Map.of());
        clock.setTo(due);
        awaitRing(id);
        ana.post("reminders/" + id + "/snooze", Map.of("for", "PT10M")).expect(200);
        clock.advance(Duration.ofMinutes(11));
        await().atMost(PATIENCE).until(() -> ringsOf(id).size() == 2);
    }

    @Test
    void an_unanswered_reminder_nags_until_it_is_answered() {
        Instant due = now().plus(Duration.ofHours(1));
        String id = remind("Take the pill", due, Map.of("nagEvery", "PT5M"));
        clock.setTo(due);
        awaitRing(id);
        clock.advance(Duration.ofMinutes(5));
        await().atMost(PATIENCE).until(() -> ringsOf(id).size() == 2);
        ana.post("reminders/" + id + "/complete", Map.of()).expect(200);
        String witness = remind("Witness", now().plus(Duration.ofMinutes(6)), Map.of());
        clock.advance(Duration.ofMinutes(7));
        awaitRing(witness);
        assertThat(ringsOf(id)).hasSize(2);
    }

    @Test
    void a_floating_reminder_is_armed_anew_when_its_owner_moves() {
        Instant nine =
                now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)).plus(Duration.ofHours(9));
        String id = remind("Morning run", nine, Map.of("timing", "FLOATING"));
        ana.patch("me", Map.of("timeZone", "Asia/Karachi")).expect(200);
        await().atMost(PATIENCE)
                .until(() -> nextDue(id).equals(nine.minus(Duration.ofHours(5)).toString()));
    }

    @Test
    void quiet_hours_postpone_the_push_and_not_the_inbox() {
        Instant due = now().plus(Duration.ofHours(1));
        LocalTime at = LocalDateTime.ofInstant(due, ZoneOffset.UTC).toLocalTime();
        ana.patch(
                        "me/preferences",
                        Map.of("quietHours", Map.of("from", hhmm(at.minusHours(2)), "to", hhmm(at.plusHours(2)))))
                .expect(200);
        await().atMost(PATIENCE)
                .until(() -> ana.get("me/preferences").json().path("quietHours").has("from"));
        String id = remind("Call Bob", due, Map.of());
        clock.setTo(due);
        awaitRing(id);
        assertThat(pushesOf(id)).isEmpty();
        await().atMost(PATIENCE)
                .until(() -> ana.get("reminders/" + id + "/history").body().contains("quiet"));
        clock.advance(Duration.ofHours(3));
        awaitPush(id);
    }

    @Test
    void what_was_due_while_nothing_ran_rings_late_or_counts_as_missed() {
        Instant due = now().plus(Duration.ofHours(1));
        String late = remind("Late", due, Map.of());
        String missed = remind("Missed", due, Map.of("onMissed", "SKIP"));
        scheduler.pause();
        clock.setTo(due.plus(Duration.ofHours(2)));
        scheduler.resume();
        assertThat(awaitRing(late).path("late").asBoolean()).isTrue();
        await().atMost(PATIENCE)
                .until(() -> ana.get("reminders/" + missed + "/history").body().contains("OccurrenceMissed"));
        assertThat(ringsOf(missed)).isEmpty();
    }

    private String remind(String title, Instant due, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("title", title);
        body.put("start", local(due));
        return ana.post("reminders", body).expect(201).json().path("id").asString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                + ":00".repeat(instant.getEpochSecond() % 60 == 0 ? 1 : 0);
    }

    private static String hhmm(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private String nextDue(String id) {
        return ana.get("reminders/" + id)
                .json()
                .path("nextOccurrence")
                .path("dueAt")
                .asString("");
    }

    private JsonNode awaitRing(String id) {
        return await().atMost(PATIENCE)
                .until(() -> ringsOf(id), rings -> !rings.isEmpty())
                .getFirst();
    }

    private List<JsonNode> ringsOf(String id) {
        return ana.get("notifications")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("reminderId").asString().equals(id))
                .toList();
    }

    private JsonNode awaitPush(String id) {
        return await().atMost(PATIENCE)
                .until(() -> pushesOf(id), pushes -> !pushes.isEmpty())
                .getFirst();
    }

    private List<JsonNode> pushesOf(String id) {
        return ana.get("/dev/pushes?userId=" + name)
                .expect(200)
                .json()
                .valueStream()
                .filter(push -> push.path("reminderId").asString().equals(id))
                .toList();
    }
}

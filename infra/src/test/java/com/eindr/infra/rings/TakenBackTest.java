package com.eindr.infra.rings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was done to a reminder is taken back, and it is as it was. */
@EindrTest
class TakenBackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiClient api;
    private final TestClock clock;
    private Person ana;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    TakenBackTest(ApiClient api, TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @BeforeEach
    void somebody_new() {
        ana = Person.named("ana", api);
    }

    @Test
    void what_was_called_off_and_reinstated_rings_at_its_time() {
        Instant due = now().plus(Duration.ofHours(1));
        String id = remind("Call Bob", due);
        JsonNode before = view(id);
        ana.api().delete("reminders/" + id).expect(200);
        JsonNode cancelled = view(id);
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");

        ana.api().post("reminders/" + id + "/reinstate", "").expect(200);

        assertThat(sameBut(view(id))).isEqualTo(sameBut(before));
        assertThat(ana.api().post("reminders/" + id + "/reinstate", "").status())
                .isEqualTo(409);
        clock.setTo(due);
        assertThat(awaitRing(id).path("late").asBoolean()).isFalse();
        assertThat(story(id)).contains("ReminderReinstated");
    }

    @Test
    void what_became_due_while_it_was_called_off_rings_late() {
        Instant due = now().plus(Duration.ofHours(1));
        String id = remind("Call Bob", due);
        ana.api().delete("reminders/" + id).expect(200);
        clock.setTo(due.plus(Duration.ofHours(1)));

        ana.api().post("reminders/" + id + "/reinstate", "").expect(200);

        assertThat(awaitRing(id).path("late").asBoolean()).isTrue();
    }

    @Test
    void what_was_done_by_mistake_is_open_again_and_rings() {
        Instant due = now().plus(Duration.ofHours(1));
        String id = remind("Take the pill", due);
        JsonNode before = view(id);
        JsonNode planned = occurrences(id);
        ana.api().post("reminders/" + id + "/complete", Map.of()).expect(200);
        assertThat(view(id).path("status").asString()).isEqualTo("COMPLETED");

        ana.api().post("reminders/" + id + "/reopen", Map.of()).expect(200);

        assertThat(sameBut(view(id))).isEqualTo(sameBut(before));
        assertThat(occurrences(id)).isEqualTo(planned);
        Answer again = ana.api().post("reminders/" + id + "/reopen", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("nothing-to-take-back");
        clock.setTo(due);
        awaitRing(id);
    }

    @Test
    void what_was_snoozed_after_it_rang_is_an_unanswered_ring_again() {
        Instant due = now().plus(Duration.ofHours(1));
        String id = remind("Water the plants", due);
        clock.setTo(due);
        awaitRing(id);
        JsonNode before = view(id);
        JsonNode rung = occurrences(id);
        ana.api().post("reminders/" + id + "/snooze", Map.of("for", "PT10M")).expect(200);
        assertThat(view(id).path("nextOccurrence").path("snoozed").asBoolean()).isTrue();

        ana.api().post("reminders/" + id + "/unsnooze", Map.of()).expect(200);

        assertThat(sameBut(view(id))).isEqualTo(sameBut(before));
        assertThat(occurrences(id)).isEqualTo(rung);
        String witness = remind("Witness", due.plus(Duration.ofMinutes(11)));
        clock.setTo(due.plus(Duration.ofMinutes(12)));
        awaitRing(witness);
        assertThat(ringsOf(id)).hasSize(1);
    }

    @Test
    void a_stale_version_takes_nothing_back() {
        String id = remind("Water the plants", now().plus(Duration.ofHours(1)));
        ana.api().post("reminders/" + id + "/snooze", Map.of("for", "PT10M")).expect(200);

        assertThat(ana.api()
                        .post("reminders/" + id + "/unsnooze", Map.of(), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(ana.api()
                        .post("reminders/" + id + "/unsnooze", Map.of(), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
    }

    private String remind(String title, Instant due) {
        Answer answer = ana.api()
                .post(
                        "reminders",
                        Map.of(
                                "title",
                                title,
                                "timeZone",
                                "UTC",
                                "start",
                                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                        LocalDateTime.ofInstant(due, ZoneOffset.UTC))));
        return answer.expect(201).json().path("id").asString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private JsonNode view(String id) {
        return ana.read("reminders/" + id);
    }

    /** What it says besides how often it was changed. */
    private static JsonNode sameBut(JsonNode view) {
        return ((ObjectNode) view).without("version");
    }

    private JsonNode occurrences(String id) {
        Instant around = now();
        return ana.read("reminders/" + id + "/occurrences?from=" + around.minus(Duration.ofDays(2)) + "&to="
                        + around.plus(Duration.ofDays(2)))
                .path("items");
    }

    private String story(String id) {
        return ana.read("reminders/" + id + "/history").toString();
    }

    private JsonNode awaitRing(String id) {
        return await().atMost(PATIENCE)
                .until(() -> ringsOf(id), rings -> !rings.isEmpty())
                .getFirst();
    }

    private List<JsonNode> ringsOf(String id) {
        return ana.items("notifications").stream()
                .filter(item -> item.path("reminderId").asString().equals(id))
                .toList();
    }
}

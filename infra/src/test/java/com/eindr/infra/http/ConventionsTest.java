package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The conventions that every endpoint keeps. Each test has a person of its own. */
@EindrTest
class ConventionsTest {
    private final ApiClient.Session me;

    @Autowired
    ConventionsTest(ApiClient api) {
        this.me = api.as("user-" + UUID.randomUUID());
    }

    @Test
    void a_write_can_be_read_at_once_by_who_brings_its_token() {
        Answer created = create("Call Ana");
        String id = id(created);

        Answer read =
                me.get("reminders/" + id, "Consistent-With", token(created)).expect(200);

        assertThat(created.header("Location")).isEqualTo("/api/v1/reminders/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().path("version").asInt()).isEqualTo(1);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().path("title").asString()).isEqualTo("Call Ana");
        assertThat(read.json().path("start").asString()).isEqualTo("2036-12-01T09:00:00");
        assertThat(read.json().path("timeZone").asString()).isEqualTo("Asia/Karachi");
        assertThat(read.json().path("notes").isNull()).isTrue();
        assertThat(read.json().path("nextOccurrence").path("id").asString()).isEqualTo("2036-12-01T09:00");
        assertThat(read.json().path("nextOccurrence").path("dueAt").asString()).isEqualTo("2036-12-01T04:00:00Z");
        me.get("reminders/" + id, "If-None-Match", "\"1\"").expect(304);
        me.get("reminders/" + id, "If-None-Match", "\"2\"").expect(200);
    }

    @Test
    void a_repeated_request_gets_the_first_answer() {
        Answer first = create("Call Ana", "Idempotency-Key", "one");
        Answer second = create("Call Ana", "Idempotency-Key", "one");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(me.post("reminders", body("Call Bea"), "Idempotency-Key", "one")
                        .expect(422)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_repeated_refusal_is_the_same_refusal() {
        String id = id(create("Call Ana"));
        me.delete("reminders/" + id).expect(200);

        Answer first = me.post("reminders/" + id + "/complete", "{}", "Idempotency-Key", "two")
                .expect(409);
        Answer second = me.post("reminders/" + id + "/complete", "{}", "Idempotency-Key", "two")
                .expect(409);

        assertThat(second.problem()).isEqualTo(first.problem());
    }

    @Test
    void a_stranger_s_edit_finds_nothing_whatever_version_it_names(@Autowired ApiClient api) {
        String path = "reminders/" + id(create("Call Ana"));
        ApiClient.Session stranger = api.as("stranger-" + UUID.randomUUID());

        for (String version : List.of("\"1\"", "\"7\"")) {
            Answer somebodys = stranger.patch(path, "{\"title\":\"Mine\"}", "If-Match", version);
            Answer nobodys =
                    stranger.patch("reminders/" + UUID.randomUUID(), "{\"title\":\"Mine\"}", "If-Match", version);
            assertThat(somebodys.expect(404).problem())
                    .isEqualTo(nobodys.expect(404).problem());
        }
    }

    @Test
    void an_edit_of_what_has_changed_meanwhile_is_stale() {
        Answer created = create("Call Ana");
        String path = "reminders/" + id(created);

        Answer edited = me.patch(path, "{\"title\":\"Call Bea\",\"notes\":\"at noon\"}", "If-Match", "\"1\"")
                .expect(200);
        Answer stale = me.patch(path, "{\"title\":\"Call Cem\"}", "If-Match", "\"1\"");
        Answer cleared = me.patch(path, "{\"notes\":null}", "If-Match", "\"2\"").expect(200);
        JsonNode read =
                me.get(path, "Consistent-With", token(cleared)).expect(200).json();

        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.expect(412).problem()).isEqualTo("stale-version");
        assertThat(read.path("title").asString()).isEqualTo("Call Bea");
        assertThat(read.path("notes").isNull()).isTrue();
    }

    @Test
    void a_list_is_read_page_by_page_and_its_cursor_is_good_for_nothing_else(@Autowired ApiClient api) {
        Answer last = create("0");
        for (int i = 1; i < 5; i++) {
            last = create(Integer.toString(i));
        }
        List<String> titles = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String query = "?limit=2";
        while (query != null) {
            JsonNode page = me.get("reminders" + query, "Consistent-With", token(last))
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> titles.add(item.path("title").asString()));
            JsonNode next = page.path("nextCursor");
            query = next.isNull() ? null : "?limit=2&cursor=" + next.asString();
            cursors.add(String.valueOf(query));
        }
        String cursor =
                cursors.stream().filter(one -> one.startsWith("?")).findFirst().orElseThrow();

        assertThat(titles).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
        assertThat(me.get("notifications" + cursor).expect(400).body()).contains("cursor");
        assertThat(api.as("somebody-else").get("reminders" + cursor).expect(400).body())
                .contains("cursor");
    }

    @Test
    void every_item_of_a_bulk_has_its_own_outcome_in_order() {
        String bulk = """
            {"items":[{"title":"one","start":"2036-12-01T09:00"},{"title":"","start":"2036-12-01T09:00"},
             {"title":"three","start":"2036-12-01T09:00","recurrence":"FREQ=NEVER"},{"title":"four","start":"2036-12-01T09:00"}]}\
            """;

        Answer first =
                me.post("reminders/bulk", bulk, "Idempotency-Key", "bulk").expect(200);
        Answer second =
                me.post("reminders/bulk", bulk, "Idempotency-Key", "bulk").expect(200);

        assertThat(statuses(first)).containsExactly(201, 400, 400, 201);
        assertThat(first.json()
                        .path("results")
                        .path(1)
                        .path("problem")
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("title");
        assertThat(ids(second)).isEqualTo(ids(first));
    }

    @Test
    void reminders_are_called_off_by_title_and_the_repetition_is_about_the_same_ones() {
        create("Dentist");
        create("dentist again");
        Answer last = create("Groceries");
        String order = "{\"titleContains\":\"dentist\"}";

        Answer first = me.post("reminders/bulk-cancel", order, "Idempotency-Key", "all", "Consistent-With", token(last))
                .expect(200);
        Answer second = me.post("reminders/bulk-cancel", order, "Idempotency-Key", "all")
                .expect(200);
        JsonNode active = me.get("reminders?status=ACTIVE", "Consistent-With", token(first))
                .expect(200)
                .json();

        assertThat(statuses(first)).containsExactly(200, 200);
        assertThat(ids(second)).isEqualTo(ids(first));
        assertThat(active.path("items")).hasSize(1);
    }

    @Test
    void a_floating_reminder_takes_the_zone_of_the_profile() {
        Answer moved = me.patch("me", "{\"timeZone\":\"Europe/Berlin\",\"displayName\":\"Ana\"}")
                .expect(200);
        String id = id(me.post(
                        "reminders",
                        "{\"title\":\"t\",\"start\":\"2036-12-01\",\"timing\":\"ALL_DAY\"}",
                        "Consistent-With",
                        token(moved))
                .expect(201));
        JsonNode profile =
                me.get("me", "Consistent-With", token(moved)).expect(200).json();

        assertThat(profile.path("displayName").asString()).isEqualTo("Ana");
        assertThat(profile.path("timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(profile.path("language").asString()).isEqualTo("en");
        assertThat(me.get("notifications/unread-count")
                        .expect(200)
                        .json()
                        .path("unread")
                        .asInt(-1))
                .isZero();
        assertThat(me.get("me/preferences")
                        .expect(200)
                        .json()
                        .path("quietHours")
                        .isNull())
                .isTrue();
        assertThat(me.patch("me", "{\"timeZone\":null}").expect(400).body()).contains("timeZone");
        assertThat(me.patch("me/preferences", "{\"quietHours\":{\"from\":\"22:00\"}}")
                        .expect(400)
                        .body())
                .contains("quietHours.to");
        assertThat(id).isNotEmpty();
    }

    @Test
    void a_device_is_registered_once_and_removed() {
        String device = "{\"fcmToken\":\"abc\",\"platform\":\"ANDROID\"}";
        String id = id(me.post("me/devices", device).expect(201));

        assertThat(id(me.post("me/devices", device).expect(201))).isEqualTo(id);
        me.delete("me/devices/" + id).expect(200);
        assertThat(me.delete("me/devices/" + id).expect(404).problem()).isEqualTo("device-not-found");
    }

    @Test
    void a_preview_shows_the_next_rings_and_saves_nothing() {
        JsonNode rings =
                me.post("reminders/preview?n=3", """
                    {"title":"t","start":"2036-12-01T09:00","timeZone":"Asia/Karachi","recurrence":"FREQ=WEEKLY;BYDAY=MO"}\
                    """).expect(200).json().path("items");

        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> rings.path(i).path("dueAt").asString()))
                .containsExactly("2036-12-01T04:00:00Z", "2036-12-08T04:00:00Z", "2036-12-15T04:00:00Z");
        assertThat(me.get("reminders").expect(200).json().path("items")).isEmpty();
    }

    @Test
    void what_changed_is_told_once() {
        Answer created = create("Call Ana");
        JsonNode first =
                me.get("sync", "Consistent-With", token(created)).expect(200).json();
        JsonNode second = me.get("sync?cursor=" + first.path("nextCursor").asString())
                .expect(200)
                .json();

        assertThat(first.path("reminders").path(0).path("title").asString()).isEqualTo("Call Ana");
        assertThat(first.path("deleted")).isEmpty();
        assertThat(second.path("reminders")).isEmpty();
        assertThat(second.path("profile").isNull()).isTrue();
    }

    @Test
    void what_is_left_of_the_quota_is_told() {
        Answer one = me.get("me").expect(200);
        Answer two = me.get("me").expect(200);

        assertThat(one.header("RateLimit-Policy")).isEqualTo("\"reads\";q=600;w=60");
        assertThat(remaining(two)).isCloseTo(remaining(one) - 1, within(5L));
    }

    private static long remaining(Answer answer) {
        return Long.parseLong(
                Objects.requireNonNull(answer.header("RateLimit")).replaceAll("\"reads\";r=(\\d+).*", "$1"));
    }

    private Answer create(String title, String... headers) {
        return me.post("reminders", body(title), headers).expect(201);
    }

    private static Map<String, Object> body(String title) {
        return Map.of("title", title, "start", "2036-12-01T09:00:00", "timeZone", "Asia/Karachi");
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static String token(Answer answer) {
        return Objects.requireNonNull(answer.header("Consistency-Token"));
    }

    private static List<Integer> statuses(Answer bulk) {
        List<Integer> statuses = new ArrayList<>();
        bulk.json()
                .path("results")
                .forEach(result -> statuses.add(result.path("status").asInt()));
        return statuses;
    }

    private static List<String> ids(Answer bulk) {
        List<String> ids = new ArrayList<>();
        bulk.json().path("results").forEach(result -> ids.add(result.path("id").asString("")));
        return ids;
    }
}

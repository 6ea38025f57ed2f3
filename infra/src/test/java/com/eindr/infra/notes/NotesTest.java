package com.eindr.infra.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Notes, as the app writes, finds, changes and deletes them. */
@EindrTest
class NotesTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ApiClient api;
    private final String who = "writer-" + UUID.randomUUID();
    private final Session writer;

    @Autowired
    NotesTest(ApiClient api) {
        this.api = api;
        this.writer = api.as(who);
        writer.get("me").expect(200);
    }

    @Test
    void a_note_is_written_read_changed_and_deleted() {
        String id = UUID.randomUUID().toString();
        Answer created = write(Map.of("id", id, "content", "Buy\n\tmilk", "source", "VOICE"));
        assertThat(created.header("Location")).isEqualTo("/api/v1/notes/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");

        Answer read = seen("notes/" + id, created);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().path("content").asString()).isEqualTo("Buy\n\tmilk");
        assertThat(read.json().path("source").asString()).isEqualTo("VOICE");
        assertThat(read.json().path("language").asString()).isEqualTo("en");
        assertThat(read.json().path("ownerId").asString()).isEqualTo(who);
        assertThat(read.json().path("createdBy").asString()).isEqualTo(who);
        assertThat(read.json().path("version").asLong()).isEqualTo(1);

        Answer edited = writer.patch("notes/" + id, "{\"content\":\"Buy honey\"}", "If-Match", "\"1\"")
                .expect(200);
        assertThat(seen("notes/" + id, edited).json().path("content").asString())
                .isEqualTo("Buy honey");
        writer.patch("notes/" + id, "{\"content\":\"Too late\"}", "If-Match", "\"1\"")
                .expect(412);
        assertThat(writer.patch("notes/" + id, "{\"content\":null}").expect(400).body())
                .contains("content");
        writer.delete("notes/" + id, "If-Match", "\"1\"").expect(412);

        Answer deleted = writer.delete("notes/" + id).expect(200);
        String token = Objects.requireNonNull(deleted.header("Consistency-Token"));
        assertThat(writer.get("notes/" + id, "Consistent-With", token)
                        .expect(404)
                        .problem())
                .isEqualTo("note-not-found");
        assertThat(found("honey", deleted)).isEmpty();
        writer.delete("notes/" + id).expect(404);
        writer.patch("notes/" + id, "{\"content\":\"Again\"}").expect(404);
        assertThat(writer.post("notes", Map.of("id", id, "content", "Again"))
                        .expect(409)
                        .problem())
                .isEqualTo("note-exists");
    }

    @Test
    void a_note_is_in_the_language_of_its_authors_profile_or_in_the_one_it_names() {
        String german = id(write(Map.of("content", "Die Häuser am See", "language", "de-AT")));
        Answer moved = writer.patch("me", "{\"language\":\"ar\"}").expect(200);
        seen("me", moved);
        String arabic = id(write(Map.of("content", "اشتريت الكتب من السوق")));
        String hindi = id(write(Map.of("content", "मैंने किताबें खरीदीं", "language", "hi")));
        Answer english = write(Map.of("content", "The children were running", "language", "en-GB"));

        assertThat(found("haus", english)).containsExactly(german);
        assertThat(found("كتب", english)).containsExactly(arabic);
        assertThat(found("किताब", english)).containsExactly(hindi);
        assertThat(found("run", english)).containsExactly(id(english));
        assertThat(seen("notes/" + arabic, english).json().path("language").asString())
                .isEqualTo("ar");
        assertThat(writer.post("notes", Map.of("content", "x", "language", "not a tag"))
                        .expect(400)
                        .body())
                .contains("language");
    }

    @Test
    void whatever_is_typed_into_the_search_is_only_searched_for() {
        String content = "Say \"hello\" to O'Brien & co <script>alert('x')</script> -- 100% sure; DROP TABLE note";
        Answer written = write(Map.of("content", content));

        assertThat(found("\"hello co\"", written)).isEmpty();
        assertThat(found("hello -brien", written)).isEmpty();
        for (String words : List.of(
                "hello",
                "\"say hello\"",
                "o'brien",
                "<script>",
                "alert",
                "hello or nothing",
                "drop table note; --",
                "--",
                "&",
                "100%",
                "hello:*",
                "hello'); DELETE FROM note; --")) {
            writer.get("notes?q=" + encoded(words)).expect(200);
        }
        assertThat(found("<script>", written)).containsExactly(id(written));
        assertThat(found("\"say hello\"", written)).containsExactly(id(written));
        assertThat(seen("notes/" + id(written), written).json().path("content").asString())
                .isEqualTo(content);
        assertThat(writer.get("notes?q=%00").expect(400).body()).contains("\"q\"");
        assertThat(writer.get("notes?q=" + "a".repeat(201)).expect(400).body()).contains("\"q\"");
        assertThat(writer.get("reminders?titleContains=%00").expect(400).body()).contains("\"titleContains\"");
        assertThat(writer.get("notes?q=%20").expect(200).json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void a_note_has_ten_thousand_characters_at_most() {
        String longest = "ä".repeat(9_999) + "\uD83C\uDF6F";
        Answer written = write(Map.of("content", longest));
        assertThat(seen("notes/" + id(written), written).json().path("content").asString())
                .isEqualTo(longest);
        assertThat(writer.post("notes", Map.of("content", longest + "!"))
                        .expect(400)
                        .body())
                .contains("\"content\"");
        writer.patch("notes/" + id(written), Map.of("content", longest + "!")).expect(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"content\":null}",
                "{\"content\":\"\"}",
                "{\"content\":\" \\n \"}",
                "{\"content\":\"a\\u0000b\"}",
                "{\"content\":\"a\\u001bb\"}",
                "{\"content\":7}",
                "{\"content\":\"x\",\"source\":\"FRIEND\"}",
                "{\"content\":\"x\",\"source\":\"TELEPATHY\"}",
                "{\"content\":\"x\",\"ownerId\":\"somebody\"}",
                "{\"content\":\"x\",\"createdBy\":\"somebody\"}"
            })
    void what_is_no_note_of_ones_own_is_refused(String body) {
        writer.post("notes", body).expect(400);
    }

    @Test
    void a_repeated_request_writes_one_note() {
        String key = UUID.randomUUID().toString();
        Answer first = writer.post("notes", Map.of("content", "once"), "Idempotency-Key", key)
                .expect(201);
        Answer again = writer.post("notes", Map.of("content", "once"), "Idempotency-Key", key)
                .expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        writer.post("notes", Map.of("content", "twice"), "Idempotency-Key", key).expect(422);
        assertThat(found("once", again)).containsExactly(id(first));
    }

    @Test
    void a_strangers_note_is_like_none() {
        Answer written = write(Map.of("content", "a secret"));
        String path = "notes/" + id(written);
        String token = Objects.requireNonNull(written.header("Consistency-Token"));
        Session stranger = api.as("stranger-" + who);

        String none = withoutIds(stranger.get("notes/" + new UUID(0, 7)).expect(404));
        assertThat(withoutIds(stranger.get(path, "Consistent-With", token).expect(404)))
                .isEqualTo(none);
        stranger.patch(path, "{\"content\":\"mine\"}").expect(404);
        stranger.delete(path).expect(404);
        assertThat(stranger.get("notes?q=secret", "Consistent-With", token)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        api.anonymous().get(path).expect(401);
    }

    @Test
    void the_list_is_walked_in_pages_the_latest_first_and_its_cursor_is_its_own() {
        List<String> written = new ArrayList<>();
        Answer last = null;
        for (int i = 0; i < 7; i++) {
            last = write(Map.of("content", "milk " + i));
            written.addFirst(id(last));
        }
        for (String query : List.of("", "q=milk&")) {
            List<String> walked = new ArrayList<>();
            JsonNode page = seen("notes?" + query + "limit=3", Objects.requireNonNull(last))
                    .json();
            while (true) {
                page.path("items").forEach(note -> walked.add(note.path("id").asString()));
                if (page.path("nextCursor").isNull()) {
                    break;
                }
                page = writer.get("notes?" + query + "limit=3&cursor="
                                + encoded(page.path("nextCursor").asString()))
                        .expect(200)
                        .json();
            }
            assertThat(walked).containsExactlyElementsOf(written);
        }
        String listed = writer.get("notes?limit=3").json().path("nextCursor").asString();
        String found =
                writer.get("notes?q=milk&limit=3").json().path("nextCursor").asString();
        writer.get("notes?q=milk&cursor=" + encoded(listed)).expect(400);
        writer.get("notes?cursor=" + encoded(found)).expect(400);
    }

    @Test
    void an_expired_plan_keeps_its_notes_and_writes_no_new_ones() {
        String id = id(write(Map.of("content", "before")));
        api.putOn(Plan.EXPIRED, who);

        Answer locked = writer.post("notes", Map.of("content", "after")).expect(403);
        assertThat(locked.problem()).isEqualTo("plan-locked");
        assertThat(locked.json().path("requiredPlan").asString()).isEqualTo("STARTER");
        writer.patch("notes/" + id, "{\"content\":\"still mine\"}").expect(200);
        writer.delete("notes/" + id).expect(200);
    }

    @Test
    void a_device_that_synchronises_gets_notes_and_is_told_which_to_forget() {
        Answer kept = write(Map.of("content", "kept"));
        String gone = id(write(Map.of("content", "gone")));
        String before = id(write(Map.of("content", "gone before the device ever asked")));
        Answer last = writer.delete("notes/" + before).expect(200);

        JsonNode first = seen("sync", last).json();
        assertThat(first.path("notes").findValuesAsString("id")).containsExactlyInAnyOrder(id(kept), gone);
        assertThat(first.path("deleted").size()).isZero();

        writer.patch("notes/" + id(kept), "{\"content\":\"kept and changed\"}").expect(200);
        Answer deleted = writer.delete("notes/" + gone).expect(200);
        JsonNode next = seen("sync?cursor=" + encoded(first.path("nextCursor").asString()), deleted)
                .json();
        assertThat(next.path("notes").findValuesAsString("content")).containsExactly("kept and changed");
        assertThat(next.path("deleted").size()).isEqualTo(1);
        assertThat(next.path("deleted").path(0).path("type").asString()).isEqualTo("note");
        assertThat(next.path("deleted").path(0).path("id").asString()).isEqualTo(gone);
    }

    @Test
    void a_device_sees_live_what_becomes_of_notes() {
        try (Stream<String> stream = writer.lines("live")) {
            ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
            Thread.startVirtualThread(() -> stream.forEach(lines::add));
            await().atMost(SOON).until(() -> lines.stream().anyMatch(line -> line.contains("connected")));
            api.as("stranger-" + who)
                    .post("notes", Map.of("content", "not for you"))
                    .expect(201);
            String path = "notes/" + id(write(Map.of("content", "for you")));
            writer.patch(path, "{\"content\":\"for you too\"}").expect(200);
            writer.delete(path).expect(200);

            await().atMost(SOON).until(() -> lines.contains("event:note-deleted"));
            assertThat(lines).contains("event:note-written", "event:note-edited");
            assertThat(String.join("\n", lines)).contains("for you too").doesNotContain("not for you", "com.eindr");
        }
    }

    private Answer write(Map<String, Object> note) {
        return writer.post("notes", new HashMap<>(note)).expect(201);
    }

    private static String id(Answer created) {
        return created.json().path("id").asString();
    }

    private Answer seen(String path, Answer after) {
        return writer.get(path, "Consistent-With", Objects.requireNonNull(after.header("Consistency-Token")))
                .expect(200);
    }

    private List<String> found(String words, Answer after) {
        List<String> ids = new ArrayList<>();
        seen("notes?q=" + encoded(words), after)
                .json()
                .path("items")
                .forEach(note -> ids.add(note.path("id").asString()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String withoutIds(Answer answer) {
        return answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }
}

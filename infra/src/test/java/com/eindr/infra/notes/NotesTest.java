package com.eindr.infra.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Notes, as the app writes, finds, changes and deletes them. */
@EindrTest
class NotesTest {
    private final ApiClient api;
    private final String who = "writer-" + UUID.randomUUID();
    private final Session writer;
    private final Notebook notes;

    @Autowired
    NotesTest(ApiClient api) {
        this.api = api;
        this.writer = api.as(who);
        this.notes = new Notebook(writer);
        writer.get("me").expect(200);
    }

    @Test
    void a_note_is_written_read_changed_and_deleted() {
        String id = UUID.randomUUID().toString();
        Answer created = notes.write(Map.of("id", id, "content", "Buy\n\tmilk", "source", "VOICE"));
        assertThat(created.header("Location")).isEqualTo("/api/v1/notes/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");

        Answer read = notes.seen("notes/" + id, created);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().path("content").asString()).isEqualTo("Buy\n\tmilk");
        assertThat(read.json().path("source").asString()).isEqualTo("VOICE");
        assertThat(read.json().path("language").asString()).isEqualTo("en");
        assertThat(read.json().path("ownerId").asString()).isEqualTo(who);
        assertThat(read.json().path("createdBy").asString()).isEqualTo(who);
        assertThat(read.json().path("version").asLong()).isEqualTo(1);

        Answer edited = writer.patch("notes/" + id, "{\"content\":\"Buy honey\"}", "If-Match", "\"1\"")
                .expect(200);
        assertThat(notes.seen("notes/" + id, edited).json().path("content").asString())
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
        assertThat(notes.found("honey", deleted)).isEmpty();
        writer.delete("notes/" + id).expect(404);
        writer.patch("notes/" + id, "{\"content\":\"Again\"}").expect(404);
        assertThat(writer.post("notes", Map.of("id", id, "content", "Again"))
                        .expect(409)
                        .problem())
                .isEqualTo("note-exists");
    }

    @Test
    void a_note_is_in_the_language_of_its_authors_profile_or_in_the_one_it_names() {
        String german = Notebook.id(notes.write(Map.of("content", "Die Häuser am See", "language", "de-AT")));
        Answer moved = writer.patch("me", "{\"language\":\"ar\"}").expect(200);
        notes.seen("me", moved);
        String arabic = Notebook.id(notes.write(Map.of("content", "اشتريت الكتب من السوق")));
        String hindi = Notebook.id(notes.write(Map.of("content", "मैंने किताबें खरीदीं", "language", "hi")));
        Answer english = notes.write(Map.of("content", "The children were running", "language", "en-GB"));

        assertThat(notes.found("haus", english)).containsExactly(german);
        assertThat(notes.found("كتب", english)).containsExactly(arabic);
        assertThat(notes.found("किताब", english)).containsExactly(hindi);
        assertThat(notes.found("run", english)).containsExactly(Notebook.id(english));
        assertThat(notes.seen("notes/" + arabic, english)
                        .json()
                        .path("language")
                        .asString())
                .isEqualTo("ar");
        assertThat(writer.post("notes", Map.of("content", "x", "language", "not a tag"))
                        .expect(400)
                        .body())
                .contains("language");
    }

    @Test
    void whatever_is_typed_into_the_search_is_only_searched_for() {
        String content = "Say \"hello\" to O'Brien & co <script>alert('x')</script> -- 100% sure; DROP TABLE note";
        Answer written = notes.write(Map.of("content", content));

        assertThat(notes.found("\"hello co\"", written)).isEmpty();
        assertThat(notes.found("hello -brien", written)).isEmpty();
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
            writer.get("notes?q=" + Notebook.encoded(words)).expect(200);
        }
        assertThat(notes.found("<script>", written)).containsExactly(Notebook.id(written));
        assertThat(notes.found("\"say hello\"", written)).containsExactly(Notebook.id(written));
        assertThat(notes.seen("notes/" + Notebook.id(written), written)
                        .json()
                        .path("content")
                        .asString())
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
        Answer written = notes.write(Map.of("content", longest));
        assertThat(notes.seen("notes/" + Notebook.id(written), written)
                        .json()
                        .path("content")
                        .asString())
                .isEqualTo(longest);
        assertThat(writer.post("notes", Map.of("content", longest + "!"))
                        .expect(400)
                        .body())
                .contains("\"content\"");
        writer.patch("notes/" + Notebook.id(written), Map.of("content", longest + "!"))
                .expect(400);
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
        assertThat(notes.found("once", again)).containsExactly(Notebook.id(first));
    }

    @Test
    void a_strangers_note_is_like_none() {
        Answer written = notes.write(Map.of("content", "a secret"));
        String path = "notes/" + Notebook.id(written);
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
            last = notes.write(Map.of("content", "milk " + i));
            written.addFirst(Notebook.id(last));
        }
        for (String query : List.of("", "q=milk&")) {
            List<String> walked = new ArrayList<>();
            JsonNode page = notes.seen("notes?" + query + "limit=3", Objects.requireNonNull(last))
                    .json();
            while (true) {
                page.path("items").forEach(note -> walked.add(note.path("id").asString()));
                if (page.path("nextCursor").isNull()) {
                    break;
                }
                page = writer.get("notes?" + query + "limit=3&cursor="
                                + Notebook.encoded(page.path("nextCursor").asString()))
                        .expect(200)
                        .json();
            }
            assertThat(walked).containsExactlyElementsOf(written);
        }
        String listed = writer.get("notes?limit=3").json().path("nextCursor").asString();
        String found =
                writer.get("notes?q=milk&limit=3").json().path("nextCursor").asString();
        writer.get("notes?q=milk&cursor=" + Notebook.encoded(listed)).expect(400);
        writer.get("notes?cursor=" + Notebook.encoded(found)).expect(400);
    }

    @Test
    void an_expired_plan_keeps_its_notes_and_writes_no_new_ones() {
        String id = Notebook.id(notes.write(Map.of("content", "before")));
        api.putOn(Plan.EXPIRED, who);

        Answer locked = writer.post("notes", Map.of("content", "after")).expect(403);
        assertThat(locked.problem()).isEqualTo("plan-locked");
        assertThat(locked.json().path("requiredPlan").asString()).isEqualTo("STARTER");
        writer.patch("notes/" + id, "{\"content\":\"still mine\"}").expect(200);
        writer.delete("notes/" + id).expect(200);
    }

    private static String withoutIds(Answer answer) {
        return answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }
}

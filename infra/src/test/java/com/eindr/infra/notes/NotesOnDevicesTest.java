package com.eindr.infra.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a device of their writer's hears of notes. */
@EindrTest
class NotesOnDevicesTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ApiClient api;
    private final String who = "writer-" + UUID.randomUUID();
    private final Session writer;
    private final Notebook notes;

    @Autowired
    NotesOnDevicesTest(ApiClient api) {
        this.api = api;
        this.writer = api.as(who);
        this.notes = new Notebook(writer);
        writer.get("me").expect(200);
    }

    @Test
    void a_device_that_synchronises_gets_notes_and_is_told_which_to_forget() {
        Answer kept = notes.write(Map.of("content", "kept"));
        String gone = Notebook.id(notes.write(Map.of("content", "gone")));
        String before = Notebook.id(notes.write(Map.of("content", "gone before the device ever asked")));
        Answer last = writer.delete("notes/" + before).expect(200);

        JsonNode first = notes.seen("sync", last).json();
        assertThat(first.path("notes").findValuesAsString("id")).containsExactlyInAnyOrder(Notebook.id(kept), gone);
        assertThat(first.path("deleted").size()).isZero();

        writer.patch("notes/" + Notebook.id(kept), "{\"content\":\"kept and changed\"}")
                .expect(200);
        Answer deleted = writer.delete("notes/" + gone).expect(200);
        JsonNode next = notes.seen(
                        "sync?cursor="
                                + Notebook.encoded(first.path("nextCursor").asString()),
                        deleted)
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
            String path = "notes/" + Notebook.id(notes.write(Map.of("content", "for you")));
            writer.patch(path, "{\"content\":\"for you too\"}").expect(200);
            writer.delete(path).expect(200);

            await().atMost(SOON).until(() -> lines.contains("event:note-deleted"));
            assertThat(lines).contains("event:note-written", "event:note-edited");
            assertThat(String.join("\n", lines)).contains("for you too").doesNotContain("not for you", "com.eindr");
        }
    }
}

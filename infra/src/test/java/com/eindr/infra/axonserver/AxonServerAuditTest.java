package com.eindr.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.audit.VerifyLog;
import com.eindr.infra.audit.VerifyLog.Verdict;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Auditors and analysts ask for the same and are answered the same where the log is in Axon Server. The last test damages it. */
@EindrTest
@TestPropertySource(
        properties = {
            "eindr.event-store=axon-server",
            "eindr.proof.every=100ms",
            "eindr.proof.watch-every=200ms",
            "eindr.rate-limits.reads-per-minute=0",
            "eindr.rate-limits.writes-per-minute=0"
        })
@TestMethodOrder(OrderAnnotation.class)
class AxonServerAuditTest {
    private static final AxonServerDouble SERVER = AxonServerDouble.started("eindr", "secret");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WHY = "purpose=audit+of+the+year";

    private final ApiClient api;
    private final ApiClient.Session auditor;
    private final JdbcTemplate database;
    private String token = "";

    @TempDir
    private Path folder;

    @Autowired
    AxonServerAuditTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.database = database;
        this.auditor = api.as("rita", Role.AUDITOR);
    }

    @DynamicPropertySource
    static void point_at_the_server(DynamicPropertyRegistry properties) {
        properties.add("axon.axonserver.servers", SERVER::address);
        properties.add("axon.axonserver.context", () -> "eindr");
        properties.add("axon.axonserver.token", () -> "secret");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @Order(1)
    void events_are_found_and_states_of_the_past_seen() {
        String note = twiceWritten("ana");
        JsonNode events = json("audit/events?aggregateId=" + note).path("items");
        JsonNode first = events.path(0);

        assertThat(types("audit/events?aggregateId=" + note)).containsExactly("NoteWritten", "NoteEdited");
        assertThat(types("audit/streams/" + note)).containsExactly("NoteWritten", "NoteEdited");
        assertThat(types("audit/events?actor=ana&subject=ana&type=NoteWritten&from="
                        + first.path("timestamp").asString()))
                .contains("NoteWritten");
        assertThat(types("audit/events?aggregateId=" + note + "&after=" + first.path("position")))
                .containsExactly("NoteEdited");
        assertThat(first.path("payload").path("content").has("sealed")).isTrue();
        assertThat(first.path("metaData").path("actor").asString()).isEqualTo("ana");
        JsonNode before = json("audit/streams/" + note + "/state?version=1");
        assertThat(before.path("state").toString()).contains("First");
        assertThat(before.path("lastVersion").asInt()).isEqualTo(2);
        assertThat(json("audit/streams/" + note + "/state?at="
                                + events.path(1).path("timestamp").asString())
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        ask("audit/streams/nothing?limit=3").expect(404);
        ask("audit/streams/" + note + "/state?version=3").expect(404);
    }

    @Test
    @Order(2)
    void events_far_from_each_other_are_exported_in_order_and_counted() {
        for (int i = 0; i < 3; i++) {
            twiceWritten("ben");
            for (int other = 0; other < 60; other++) {
                api.as("cem").post("notes", Map.of("content", "Something else")).expect(201);
            }
        }
        List<String> lines = auditor.get(
                        "audit/events?subject=ben&type=NoteEdited&" + WHY,
                        "Accept",
                        "application/x-ndjson",
                        "Consistent-With",
                        twiceWrittenToken("ben"))
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines.getFirst()).contains("\"events\":4");
        assertThat(lines.getLast()).isEqualTo("{\"end\":{\"events\":4}}");
        assertThat(lines.subList(1, 5)).allMatch(line -> line.contains("$NoteEdited"));
        assertThat(lines.subList(1, 5).stream().map(AxonServerAuditTest::position))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(3)
    void the_log_is_proven_and_verified_offline_and_an_altered_event_is_named() throws IOException {
        twiceWritten("ana");
        awaitSigned();
        String key = json("audit/keys?limit=1").path("keys").path(0).asString();
        Path checkpoint = Files.writeString(
                folder.resolve("checkpoint"),
                auditor.get("audit/checkpoint?" + WHY).expect(200).body());
        String exported = auditor.get("audit/events?" + WHY, "Accept", "application/x-ndjson")
                .expect(200)
                .body();
        Path export = Files.writeString(folder.resolve("export"), exported);

        assertThat(VerifyLog.run(export, checkpoint, "--key", key).said()).startsWith("OK: ");
        JsonNode included = json("audit/proofs/inclusion?position=1");
        JsonNode consistent = json("audit/proofs/consistency?from=1&to=" + included.path("treeSize"));
        assertThat(consistent.path("toRootHash")).isEqualTo(included.path("rootHash"));
        String note = exported.lines()
                .filter(line -> line.contains("NoteWritten"))
                .findFirst()
                .orElseThrow();
        Verdict found = VerifyLog.run(
                Files.writeString(folder.resolve("copy"), exported.replace(note, note.replace("actor", "aktor"))),
                checkpoint,
                "--key",
                key);
        assertThat(found.said())
                .startsWith("TAMPERED: ")
                .contains("at position " + position(note) + " stands NoteWritten");
    }

    @Test
    @Order(4)
    void analysts_follow_the_log_and_learn_no_names() {
        twiceWritten("ana");

        List<String> lines = api.as("analyst", Role.ANALYST)
                .get("stream/events?types=NoteWritten", "Accept", "application/x-ndjson", "Consistent-With", token)
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.getFirst()).contains("NoteWritten").doesNotContain("\"ana\"", "First", "sealed");
        assertThat(lines.getLast()).contains("eindr.caught-up");
    }

    @Test
    @Order(5)
    void an_event_that_was_altered_in_axon_server_is_announced() {
        twiceWritten("ana");
        awaitSigned();
        assertThat(health()).isEqualTo("UP");

        SERVER.events()
                .alter(
                        1,
                        event -> event.toBuilder()
                                .setPayload(event.getPayload().toBuilder().setData(ByteString.copyFromUtf8("{}")))
                                .build());

        await().atMost(SOON).untilAsserted(() -> assertThat(health()).isEqualTo("DOWN"));
    }

    private String twiceWritten(String person) {
        ApiClient.Session session = api.as(person);
        String note = session.post("notes", Map.of("content", "First"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Answer edited =
                session.patch("notes/" + note, Map.of("content", "Second")).expect(200);
        token = Objects.requireNonNull(edited.header("Consistency-Token"));
        return note;
    }

    private String twiceWrittenToken(String person) {
        twiceWritten(person);
        return token;
    }

    private Answer ask(String path) {
        return auditor.get(path + "&" + WHY, "Consistent-With", token, "Accept", "application/json");
    }

    private JsonNode json(String path) {
        return ask(path.contains("?") ? path : path + "?limit=10").expect(200).json();
    }

    private List<String> types(String path) {
        return json(path)
                .path("items")
                .valueStream()
                .map(item -> item.path("type").asString())
                .toList();
    }

    private void awaitSigned() {
        long there = SERVER.events().lastToken() + 1;
        await().atMost(SOON)
                .until(() -> Boolean.TRUE.equals(database.queryForObject(
                        "SELECT coalesce(max(tree_size), 0) >= ? FROM log_checkpoint", Boolean.class, there)));
    }

    private static Long position(String line) {
        return Long.valueOf(line.replaceAll("^\\{\"position\":(\\d+),.*", "$1"));
    }

    private String health() {
        return api.anonymous().get("/actuator/health").json().path("status").asString();
    }
}

package com.eindr.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What auditors find in the log of the running application. */
@EindrTest
@TestPropertySource(properties = "eindr.rate-limits.reads-per-minute=0")
class AuditTest {
    private static final String WHY = "purpose=complaint+17";

    private final ApiClient api;
    private final ApiClient.Session auditor;
    private final JdbcTemplate database;
    private final String person = "person-" + TimeOrderedUuid.next();

    /** Of the last write; who shows it sees that write. */
    private String token = "";

    @Autowired
    AuditTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.auditor = api.as("rita", Role.AUDITOR);
        this.database = database;
    }

    @Test
    void events_are_found_by_aggregate_type_actor_person_request_and_time_and_by_all_of_these_together() {
        String note = note("First");
        edit(note, "Second");

        JsonNode first = items("aggregateId=" + note).path(0);
        JsonNode second = items("aggregateId=" + note).path(1);
        String request = second.path("metaData").path("correlationId").asString();
        String at = second.path("timestamp").asString();

        assertThat(types("aggregateId=" + note)).containsExactly("NoteWritten", "NoteEdited");
        assertThat(types("aggregateId=" + note + "&type=NoteEdited")).containsExactly("NoteEdited");
        assertThat(types("subject=" + person)).contains("UserRegistered", "NoteWritten");
        assertThat(types("actor=" + person + "&type=NoteEdited")).containsExactly("NoteEdited");
        assertThat(types("correlationId=" + request)).contains("NoteEdited");
        assertThat(types("aggregateId=" + note + "&from=" + at)).containsExactly("NoteEdited");
        assertThat(types("aggregateId=" + note + "&to=" + at)).containsExactly("NoteWritten");
        assertThat(types("aggregateId=" + note + "&from=" + at + "&to=" + at)).isEmpty();
        assertThat(types("aggregateId=" + note + "&after=" + first.path("position")))
                .containsExactly("NoteEdited");
        String all = "aggregateId=" + note + "&type=NoteEdited&actor=" + person + "&correlationId=" + request + "&from="
                + at + "&to=2100-01-01T00:00:00Z&after=" + first.path("position");
        assertThat(types(all)).containsExactly("NoteEdited");
        assertThat(types(all + "&subject=nobody")).isEmpty();
        assertThat(types("type=NoteWritten&subject=" + person)).containsExactly("NoteWritten");
    }

    @Test
    void a_person_is_found_in_what_others_did_to_them_and_what_others_did_is_not_theirs() {
        String friend = "friend-of-" + person;
        api.as(friend).get("me").expect(200);
        String request = written(api.as(person)
                        .post("friends/requests", Map.of("userId", friend))
                        .expect(201))
                .path("id")
                .asString();
        written(api.as(friend)
                .post("friends/requests/" + request + "/accept", Map.of())
                .expect(200));
        Map<String, Object> lent = Map.of(
                "counterparty", Map.of("userId", friend),
                "direction", "OWED_TO_ME",
                "amount", "10.00",
                "currency", "EUR");
        written(api.as(person).post("ledger/debts", lent).expect(201));

        assertThat(types("subject=" + friend)).contains("FriendshipRequested", "DebtRecorded");
        assertThat(types("subject=" + friend + "&actor=" + person)).contains("DebtRecorded");
        assertThat(types("actor=" + friend)).doesNotContain("DebtRecorded", "FriendshipRequested");
        assertThat(types("subject=" + person + "&actor=" + friend)).doesNotContain("DebtRecorded");
    }

    @Test
    void an_event_is_shown_as_it_is_stored_so_that_nobodys_words_can_be_read() {
        String note = note("The key is under the mat");

        Answer answer = read("audit/events?aggregateId=" + note);
        JsonNode event = answer.json().path("items").path(0);

        assertThat(answer.body()).doesNotContain("under the mat");
        assertThat(event.path("payload").path("content").path("of").asString()).isEqualTo(person);
        assertThat(event.path("payload").path("content").has("sealed")).isTrue();
        assertThat(event.path("metaData").path("actor").asString()).isEqualTo(person);
        assertThat(event.path("aggregateType").asString()).isEqualTo("Note");
        assertThat(event.path("version").asLong()).isEqualTo(1);
        assertThat(event.path("revision").asString()).isNotEmpty();
        Stream.of("audit_entry", "audit_person")
                .flatMap(table -> database.queryForList("SELECT t::text FROM " + table + " t", String.class).stream())
                .forEach(row -> assertThat(row).doesNotContain("mat"));
    }

    @Test
    void a_search_is_read_page_by_page_and_misses_nothing() {
        String note = note("0");
        for (int i = 1; i < 7; i++) {
            edit(note, "" + i);
        }

        for (String path : List.of("audit/streams/" + note + "?limit=3", "audit/events?limit=3&aggregateId=" + note)) {
            assertThat(versions(path, 3)).as(path).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        }
        JsonNode everything = items("limit=100");
        String last = everything.path(everything.size() - 1).path("position").asString();
        assertThat(everything.size()).isEqualTo(Math.min(100, Integer.parseInt(last)));
    }

    @Test
    void nothing_is_in_the_log_that_cannot_be_found() {
        note("The last one");
        read("audit/events?limit=1");

        assertThat(database.queryForObject("""
            SELECT count(*) FROM domain_event_entry e FULL JOIN audit_entry a ON a.position = e.global_index
                AND a.aggregate_id = e.aggregate_identifier AND e.payload_type LIKE '%$' || a.type
                AND a.happened_at = e.time_stamp AND EXISTS (
                    SELECT FROM audit_person p WHERE p.position = a.position AND p.acted
                        AND p.who = convert_from(e.meta_data, 'UTF8')::jsonb ->> 'actor')
            WHERE coalesce(e.global_index, 0) <= (SELECT max(position) FROM audit_entry)
                AND (a.position IS NULL OR e.global_index IS NULL)
            """, Long.class)).isZero();
    }

    @Test
    void a_note_is_seen_as_it_was_at_any_version_and_any_moment() {
        String note = note("First");
        edit(note, "Second");
        String written = items("aggregateId=" + note).path(0).path("timestamp").asString();

        JsonNode then = state(note, "version=1");
        JsonNode now = state(note, "version=2");
        assertThat(then.path("version").asLong()).isEqualTo(1);
        assertThat(then.path("lastVersion").asLong()).isEqualTo(2);
        assertThat(then.path("aggregateType").asString()).isEqualTo("Note");
        assertThat(then.path("state").toString()).contains("First").doesNotContain("Second");
        assertThat(state(note, "at=" + written)).isEqualTo(then);
        assertThat(now.path("state").toString()).contains("Second");
        assertThat(state(note, "")).isEqualTo(now);
        assertThat(state(note, "at=2100-01-01T00:00:00Z")).isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({
        "events?type=Unknown, 400, type",
        "events?after=-1, 400, after",
        "events?from=yesterday, 400, from",
        "events?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, 400, from",
        "events?cursor=made-up, 400, cursor",
        "events?limit=101, 400, limit",
        "events?actor=, 400, actor",
        "streams/NOTE?cursor=made-up, 400, cursor",
        "streams/nothing?limit=3, 404, stream-not-found",
        "streams/nothing/state?version=1, 404, stream-not-found",
        "streams/NOTE/state?version=0, 400, version",
        "streams/NOTE/state?version=2, 404, state-not-found",
        "streams/NOTE/state?at=2020-01-01T00:00:00Z, 404, state-not-found",
        "streams/NOTE/state?at=2020-01-01T00:00:00Z&version=1, 400, at",
    })
    void what_cannot_be_answered_is_refused_with_what_is_wrong(String asked, int status, String wrong) {
        String note = note("First");

        Answer answer = auditor.get(
                        "audit/" + asked.replace("NOTE", note) + "&" + WHY,
                        "Consistent-With",
                        token,
                        "Accept",
                        "application/json")
                .expect(status);

        assertThat(
                        status == 404
                                ? answer.problem()
                                : answer.json()
                                        .path("errors")
                                        .path(0)
                                        .path("field")
                                        .asString())
                .isEqualTo(wrong);
    }

    @Test
    void every_look_is_on_record_with_its_reason_also_one_that_finds_nothing() {
        String note = note("First");
        for (String path : List.of(
                "audit/events?subject=" + person,
                "audit/streams/" + note,
                "audit/streams/nothing",
                "audit/streams/" + note + "/state")) {
            auditor.get(path, "Accept", "application/json").expect(400);
            Long before = database.queryForObject("SELECT max(global_index) FROM domain_event_entry", Long.class);
            read(path);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(looks("after=" + before)).contains("/api/v1/" + path + " complaint 17"));
        }
    }

    /** What the auditor asked for, and why. */
    private List<String> looks(String question) {
        return items("type=AuditRead&actor=rita&" + question)
                .valueStream()
                .map(event -> event.path("payload"))
                .map(payload -> payload.path("what").asString() + " "
                        + payload.path("purpose").asString())
                .toList();
    }

    @Test
    void a_part_of_the_log_is_exported_line_by_line_and_says_when_it_ends() {
        String note = note("First");
        edit(note, "Second");

        List<String> lines = auditor.get(
                        "audit/events?type=NoteEdited&aggregateId=" + note + "&" + WHY,
                        "Accept",
                        "application/x-ndjson",
                        "Consistent-With",
                        token)
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).contains("\"export\"", "\"events\":1").doesNotContain("checkpoint");
        assertThat(lines.get(1)).contains("$NoteEdited", note);
        assertThat(lines.getLast()).isEqualTo("{\"end\":{\"events\":1}}");
    }

    private String note(String content) {
        return written(api.as(person)
                        .post("notes", Map.of("content", content, "language", "en"))
                        .expect(201))
                .path("id")
                .asString();
    }

    private void edit(String note, String content) {
        written(api.as(person)
                .patch("notes/" + note, Map.of("content", content))
                .expect(200));
    }

    private JsonNode written(Answer answer) {
        token = Objects.requireNonNull(answer.header("Consistency-Token"));
        return answer.json();
    }

    /** In JSON, with the last write in it. */
    private Answer read(String path) {
        return auditor.get(
                path + (path.contains("?") ? "&" : "?") + WHY, "Consistent-With", token, "Accept", "application/json");
    }

    private JsonNode state(String id, String when) {
        return read("audit/streams/" + id + "/state?" + when).expect(200).json();
    }

    private JsonNode items(String question) {
        return read("audit/events?" + question).expect(200).json().path("items");
    }

    private List<String> types(String question) {
        return items(question)
                .valueStream()
                .map(item -> item.path("type").asString())
                .toList();
    }

    private List<Long> versions(String path, int limit) {
        List<Long> versions = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(path + cursor).expect(200).json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> versions.add(item.path("version").asLong()));
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return versions;
    }
}

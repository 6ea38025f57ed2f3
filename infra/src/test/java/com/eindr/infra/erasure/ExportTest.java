package com.eindr.infra.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person takes with them. */
@EindrTest
class ExportTest {
    private final ApiClient api;
    private final JdbcTemplate database;

    @Autowired
    ExportTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.database = database;
    }

    @Test
    void a_person_is_given_everything_with_the_events_in_which_it_was_recorded() {
        Person ana = Person.reachable("Ana", "ana@example.org", "+4915112345678", api);
        ana.api()
                .post("me/devices", Map.of("fcmToken", "anas-telephone", "platform", "ANDROID"))
                .expect(201);
        ana.api()
                .post("reminders", Map.of("title", "Call Eve", "start", "2036-12-01T09:00", "timeZone", "UTC"))
                .expect(201);
        String note = written(ana, "a first thought");
        ana.api().patch("notes/" + note, Map.of("content", "a second thought")).expect(200);
        ana.api().post("ledger/debts", debt(Map.of("contactName", "Carl"))).expect(201);

        List<JsonNode> lines = exported(ana);

        assertThat(kinds(lines))
                .contains("account", "device", "reminder", "note", "debt", "entry", "history", "event", "end");
        assertThat(of("note", lines))
                .singleElement()
                .satisfies(line -> assertThat(line.path("content").asString()).isEqualTo("a second thought"));
        assertThat(events("NoteWritten", lines))
                .singleElement()
                .satisfies(event -> assertThat(event.path("content").asString()).isEqualTo("a first thought"));
        assertThat(events("AddressesVerified", lines).toString()).contains("ana@example.org", "+4915112345678");
        assertThat(of("debt", lines).getFirst().path("contactName").asString()).isEqualTo("Carl");
        assertThat(lines.getLast().path("lines").asInt()).isEqualTo(lines.size() - 1);
    }

    @Test
    void of_what_is_shared_there_is_what_the_app_shows_and_of_a_friend_no_word_out_of_the_log() {
        Person ana = Person.named("Ana", api);
        Person ben = Person.named("Benjamin", api);
        ben.befriend(ana);
        ana.permit(ben, "notes", "DENY");
        ben.api()
                .post("friends/" + ana.id() + "/notes", Map.of("content", "nobody reads this"))
                .expect(201);
        ben.remind(ana, "Swim with me", "2036-12-01T09:00").expect(201);
        written(ben, "a secret of his");
        ana.items("notifications");

        List<JsonNode> hers = exported(ana);

        assertThat(of("relation", hers)).hasSize(1);
        assertThat(of("proposal", hers))
                .singleElement()
                .satisfies(line -> assertThat(line.path("offer").asString()).contains("Swim with me"));
        assertThat(of("notification", hers).toString()).contains("Benjamin");
        assertThat(events("NoticeRaised", hers)).isNotEmpty();
        assertThat(of("event", hers).toString()).contains("Ana").doesNotContain("Benjamin ", "Swim with me");
        assertThat(hers.toString()).doesNotContain("nobody reads this", "a secret of his");
        assertThat(of("proposal", exported(ben)))
                .as("the sender is told nothing of the reason")
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.path("status").asString()).isEqualTo("PROPOSED"));
    }

    @Test
    void it_goes_page_by_page_to_the_end() {
        Person ana = Person.named("Ana", api);
        database.batchUpdate(
                "INSERT INTO contact_match (user_id, other_id, seen_on) VALUES (?, ?, current_date)",
                IntStream.range(0, 1_203)
                        .mapToObj(number -> new Object[] {ana.id(), "friend " + number})
                        .toList());
        List<JsonNode> lines = exported(ana);
        assertThat(of("match", lines).stream().map(JsonNode::toString).distinct())
                .hasSize(1_203);
        assertThat(lines.getLast().path("lines").asInt()).isEqualTo(lines.size() - 1);
    }

    private static String written(Person who, String content) {
        return who.api()
                .post("notes", Map.of("content", content, "source", "MANUAL"))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, Object> debt(Map<String, Object> counterparty) {
        return Map.of("counterparty", counterparty, "direction", "OWED_TO_ME", "amount", "7.00", "currency", "EUR");
    }

    /** As it is once everything written so far can be read. */
    private static List<JsonNode> exported(Person who) {
        String token =
                String.valueOf(who.api().patch("me", Map.of()).expect(200).header("Consistency-Token"));
        Answer answer = who.api().get("me/export", "Consistent-With", token).expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<JsonNode> of(String kind, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("kind").asString().equals(kind))
                .toList();
    }

    private static List<JsonNode> events(String type, List<JsonNode> lines) {
        return of("event", lines).stream()
                .filter(line -> line.path("type").asString().equals(type))
                .map(line -> line.path("event"))
                .toList();
    }

    private static List<String> kinds(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("kind").asString()).toList();
    }
}

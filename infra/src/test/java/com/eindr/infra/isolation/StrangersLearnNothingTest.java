package com.eindr.infra.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.friendship.FriendshipId;
import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the table cannot show, because it takes more than one request. */
@EindrTest
class StrangersLearnNothingTest {
    private static final String NOTHING = "01a20837-fc67-7000-af9c-7dbfbc00b6b2";

    private final ApiClient api;
    private Person ana;
    private Person eve;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    StrangersLearnNothingTest(ApiClient api) {
        this.api = api;
    }

    @BeforeEach
    void two_strangers() {
        ana = Person.named("Ana", api);
        eve = Person.named("Eve", api);
    }

    @Test
    void nobody_chooses_an_id_that_follows_from_names() {
        Person ben = Person.named("Ben", api);
        ana.befriend(ben);
        String friends = pair(ana, ben);
        String strangers = pair(ana, eve);

        bodies().forEach((path, body) -> {
            Answer ofFriends = eve.api().post(path, with(friends, body)).expect(400);
            Answer ofStrangers = eve.api().post(path, with(strangers, body)).expect(400);
            assertThat(ofFriends.json().path("errors").get(0).path("field").asString())
                    .isEqualTo("id");
            assertThat(Told.by(ofFriends, friends)).isEqualTo(Told.by(ofStrangers, strangers));
        });
        ana.ask(eve).expect(201);
    }

    @Test
    void an_id_that_is_taken_is_refused_alike_whosever_it_is_and_whatever_it_was() {
        String hers = NoteScene.write(ana);
        String own = NoteScene.write(eve);
        String deleted = NoteScene.write(ana);
        ana.api().delete("notes/" + deleted).expect(200);

        for (String path : List.of("notes", "reminders")) {
            Map<String, Object> body = bodies().get(path);
            Told ofOwn = Told.by(eve.api().post(path, with(own, body)).expect(409), own);
            for (String taken : List.of(hers, deleted)) {
                assertThat(Told.by(eve.api().post(path, with(taken, body)), taken))
                        .isEqualTo(ofOwn);
            }
        }
        assertThat(ana.read("notes/" + hers).path("content").asString()).isEqualTo(Cast.wordOf(ana));
    }

    @Test
    void a_key_that_another_has_used_is_as_fresh_as_any() {
        Map<String, Object> body = Map.of("content", "Milk", "language", "en");
        Answer first =
                ana.api().post("notes", body, "Idempotency-Key", "a-key-of-two").expect(201);
        Answer second =
                eve.api().post("notes", body, "Idempotency-Key", "a-key-of-two").expect(201);

        String hers = first.json().path("id").asString();
        assertThat(second.json().path("id").asString()).isNotEqualTo(hers);
        assertThat(second.body() + second.headers()).doesNotContain(hers);
        Person cem = Person.named("Cem", api);
        cem.api()
                .post("notes", Map.of("content", "Another"), "Idempotency-Key", "a-key-of-two")
                .expect(201);
    }

    @Test
    void a_cursor_of_anothers_is_no_cursor() {
        NoteScene.write(ana);
        NoteScene.write(ana);
        for (String path : List.of("notes?limit=1", "sync?limit=1")) {
            String cursor = ana.read(path).path("nextCursor").asString();
            ana.api().get(path + "&cursor=" + cursor).expect(200);
            Answer answer = eve.api().get(path + "&cursor=" + cursor).expect(400);
            Answer ofNothing = eve.api().get(path + "&cursor=nothing").expect(400);
            assertThat(Told.by(answer, cursor)).isEqualTo(Told.by(ofNothing, "nothing"));
        }
    }

    @Test
    void a_version_tells_strangers_nothing() {
        String note = NoteScene.write(ana);
        String reminder = ReminderScene.set(ana);
        for (String version : List.of("\"1\"", "\"7\"")) {
            for (String thing : List.of("notes/" + note, "reminders/" + reminder)) {
                String id = thing.substring(thing.indexOf('/') + 1);
                Answer answer = eve.api().delete(thing, "If-Match", version).expect(404);
                Answer ofNothing = eve.api().delete(thing.replace(id, NOTHING), "If-Match", version);
                assertThat(Told.by(answer, id)).isEqualTo(Told.by(ofNothing, NOTHING));
            }
        }
    }

    @Test
    void filters_and_searches_find_only_ones_own() {
        NoteScene.write(ana);
        ReminderScene.set(ana);
        String word = Cast.wordOf(ana);
        for (String path : List.of(
                "notes?q=quagga",
                "reminders?titleContains=quagga",
                "reminders?status=ACTIVE",
                "reminders?from=2036-12-01T00:00:00Z&to=2036-12-02T00:00:00Z")) {
            assertThat(ana.read(path).toString()).as(path).contains(word);
            assertThat(eve.items(path)).as(path).isEmpty();
        }
        String token = String.valueOf(ana.api().patch("me", Map.of()).header("Consistency-Token"));
        assertThat(eve.api().get("notes", "Consistent-With", token).expect(200).body())
                .doesNotContain(word);
    }

    @Test
    void a_live_stream_shows_only_ones_own() {
        String hers = NoteScene.write(ana);
        NoteScene.write(eve);
        try (var lines = eve.api().lines("live", "Last-Event-ID", "0")) {
            List<String> read =
                    lines.takeWhile(line -> !line.equals("event:note-written")).toList();
            assertThat(read).isNotEmpty().noneMatch(line -> line.contains(ana.id()) || line.contains(hers));
        }
    }

    private static String pair(Person one, Person other) {
        return FriendshipId.of(new UserId(one.id()), new UserId(other.id())).toString();
    }

    /** What makes something new for which a client may choose the id, by path. */
    private Map<String, Map<String, Object>> bodies() {
        Map<String, Object> reminder = Map.of("title", "Run", "start", "2036-12-01T09:00:00");
        Map<String, Object> contact = Map.of("contactName", "Cem");
        return Map.of(
                "notes",
                Map.of("content", "Milk"),
                "reminders",
                reminder,
                "friends/" + ana.id() + "/reminders",
                reminder,
                "friends/" + ana.id() + "/notes",
                Map.of("content", "Milk"),
                "ledger/debts",
                Map.of("counterparty", contact, "direction", "I_OWE", "amount", "1.00", "currency", "EUR"),
                "ledger/settlements",
                Map.of("counterparty", contact, "amount", "1.00", "currency", "EUR"),
                "ledger/netting-proposals",
                Map.of("parties", List.of("ana", "ben", "cem"), "currency", "EUR"),
                "ledger/debt-moves",
                Map.of("contactName", "Cem", "userId", "ana", "currencies", List.of("EUR")));
    }

    private static Map<String, Object> with(String id, Map<String, Object> body) {
        Map<String, Object> all = new TreeMap<>(body);
        all.put("id", id);
        return all;
    }
}

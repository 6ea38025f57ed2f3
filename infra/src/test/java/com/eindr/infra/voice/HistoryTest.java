package com.eindr.infra.voice;

import static com.eindr.infra.voice.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.erasure.Dump;
import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What is kept of what people say, of whom, and for how long. */
@EindrTest
class HistoryTest {
    private static final ChatServer MODEL = new ChatServer();
    private static final String HISTORY = "voice/history";
    private static final String ALLOWED = "chatHistoryEnabled";

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;
    private final StringRedisTemplate redis;
    private final SealedTurns turns;

    @Autowired
    HistoryTest(ApiClient api, TestClock clock, JdbcTemplate database, StringRedisTemplate redis, SealedTurns turns) {
        this.api = api;
        this.clock = clock;
        this.database = database;
        this.redis = redis;
        this.turns = turns;
    }

    @DynamicPropertySource
    static void point_at_the_model(DynamicPropertyRegistry properties) {
        properties.add("eindr.chat.url", MODEL::url);
    }

    @AfterAll
    static void stop() {
        MODEL.close();
    }

    @Test
    void nothing_is_kept_of_anybody_who_has_not_allowed_it() {
        Person ana = Person.named("Ana", api);
        MODEL.when("periwinkle", says("They are blue."));

        say(ana, "tell me a joke about a periwinkle");

        assertThat(items(ana)).isEmpty();
        assertThat(rows(ana)).isZero();
        assertThat(Dump.of(database, redis).placesOf("periwinkle")).isEmpty();
        MODEL.when("second", says("Yes."));
        say(ana, "tell me a joke about a second one");
        assertThat(MODEL.about("second").getLast().toString()).doesNotContain("periwinkle");
    }

    @Test
    void what_is_allowed_is_listed_sealed_remembered_and_exported() {
        Person ben = Person.named("Ben", api);
        ben.prefers(ALLOWED, true);
        MODEL.when("marmalade", says("Oranges."));
        MODEL.when("butter", says("Cows."));
        say(ben, "note that the honey is finished");
        say(ben, "tell me a joke about marmalade");

        List<JsonNode> listed = items(ben);
        assertThat(listed).hasSize(2);
        assertThat(listed.getFirst().path("said").asString()).contains("marmalade");
        assertThat(listed.getFirst().path("reply").asString()).isEqualTo("Oranges.");
        assertThat(listed.getLast().path("intents").get(0).path("intent").asString())
                .isEqualTo("note.create");
        assertThat(listed.getLast().path("intents").get(0).path("status").asString())
                .isEqualTo("DONE");
        assertThat(database.queryForList("SELECT words FROM voice_turn WHERE user_id = ?", String.class, ben.id()))
                .noneMatch(words -> words.contains("marmalade"));
        assertThat(ben.api().get("me/export").expect(200).body())
                .contains("\"kind\":\"turn\"", "marmalade", "Oranges.");

        say(ben, "tell me a joke about butter");
        assertThat(MODEL.about("butter").getLast().toString())
                .contains("marmalade", "Oranges.")
                .contains("honey");
        JsonNode page = ben.api().get(HISTORY + "?limit=2").expect(200).json();
        String cursor = page.path("nextCursor").asString();
        assertThat(ben.api()
                        .get(HISTORY + "?limit=2&cursor=" + cursor)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void it_is_erased_when_it_is_asked_for_and_when_it_is_no_longer_allowed() {
        Person eve = Person.named("Eve", api);
        eve.prefers(ALLOWED, true);
        MODEL.when("cloud", says("Rain."));
        say(eve, "tell me a joke about a cloud");
        assertThat(items(eve)).hasSize(1);

        eve.api().delete(HISTORY).expect(204);
        assertThat(items(eve)).isEmpty();
        assertThat(rows(eve)).isZero();

        say(eve, "tell me a joke about a cloud");
        eve.prefers(ALLOWED, false);
        assertThat(rows(eve)).isZero();
        eve.prefers(ALLOWED, true);
        assertThat(items(eve)).isEmpty();
    }

    @Test
    void after_ninety_days_it_is_forgotten() {
        Person old = Person.named("Olga", api);
        old.prefers(ALLOWED, true);
        MODEL.when("fossil", says("Old."));
        say(old, "tell me a joke about a fossil");

        turns.forgetBefore(clock.instant().minus(SealedTurns.KEPT));
        assertThat(rows(old)).isEqualTo(1);

        turns.forgetBefore(clock.instant().plusSeconds(1));
        assertThat(rows(old)).isZero();
    }

    @Test
    void it_goes_with_its_person() {
        Person ida = Person.named("Ida", api);
        ida.prefers(ALLOWED, true);
        MODEL.when("farewell", says("Bye."));
        say(ida, "tell me a joke about a farewell");
        ida.api().delete("me").expect(202);

        clock.advance(Duration.ofDays(7).plusMinutes(1));

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    clock.advance(Duration.ofMinutes(1));
                    return rows(ida) == 0;
                });
    }

    private void say(Person person, String text) {
        person.api()
                .post("voice/commands", Map.of("text", text, "language", "en", "timeZone", "UTC"))
                .expect(200);
    }

    private List<JsonNode> items(Person person) {
        return person.api()
                .get(HISTORY)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private long rows(Person person) {
        Long rows =
                database.queryForObject("SELECT count(*) FROM voice_turn WHERE user_id = ?", Long.class, person.id());
        return rows == null ? -1 : rows;
    }
}

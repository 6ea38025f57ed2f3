package com.eindr.infra.friends;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import com.eindr.shared.TimeOrderedUuid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who finds whom by an address book, and how many they may ask for. */
@EindrTest
class ContactsTest {
    private static final Logger log = LoggerFactory.getLogger(ContactsTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;

    @Autowired
    ContactsTest(ApiClient api, TestClock clock, JdbcTemplate database) {
        this.api = api;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void whoever_wants_to_be_found_is_found_by_number_and_by_e_mail() {
        Person ana = Person.named("Ana", api);
        Person ben = reachable("Ben", "ben.found@example.org", "+491700000001", true);

        String body = match(ana, "+491700000001", "ben.found@example.org", "+491700000009")
                .expect(200)
                .body();

        assertThat(found(ana, "+491700000001")).containsExactly(ben.id());
        assertThat(found(ana, "ben.found@example.org")).containsExactly(ben.id());
        assertThat(body).contains("\"displayName\":\"Ben\"", hash("+491700000001"));
        assertThat(body).doesNotContain(hash("+491700000009"));
    }

    @Test
    void nothing_tells_whoever_does_not_want_to_be_found_from_nobody() {
        Person ana = Person.named("Ana", api);
        Person shy = reachable("Shy", "", "+491700000002", false);

        Answer hidden = match(ana, "+491700000002").expect(200);
        Answer nobody = match(ana, "+491700000003").expect(200);

        assertThat(hidden.body()).isEqualTo(nobody.body()).isEqualTo("{\"matches\":[]}");
        discoverable(shy, true);
        assertThat(found(ana, "+491700000002")).containsExactly(shy.id());
        discoverable(shy, false);
        assertThat(found(ana, "+491700000002")).isEmpty();
    }

    @Test
    void nobody_finds_themselves_nor_across_a_block_in_either_direction() {
        Person ana = reachable("Ana", "", "+491700000004", true);
        Person ben = reachable("Ben", "", "+491700000005", true);
        assertThat(found(ana, "+491700000004")).isEmpty();
        assertThat(found(ana, "+491700000005")).containsExactly(ben.id());

        ben.api().put("blocks/" + ana.id(), "").expect(200);
        ben.items("blocks");

        assertThat(found(ana, "+491700000005")).isEmpty();
        assertThat(found(ben, "+491700000004")).isEmpty();
    }

    @Test
    void what_nobody_has_is_not_kept() {
        Person ana = Person.named("Ana", api);
        match(ana, "+491700000006").expect(200);

        List<String> kept = database.queryForList(
                "SELECT contact_asked::text FROM contact_asked WHERE user_id = ?", String.class, ana.id());

        assertThat(kept)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .doesNotContain("49170", hash("+491700000006").substring(0, 8)));
    }

    @Test
    void an_address_book_of_a_thousand_is_taken_in_two_days_and_then_costs_nothing() {
        Person ana = Person.named("Ana", api);
        List<String> book = numbers(0, 1_000);

        Answer tooMany = ask(ana, book);
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(Long.parseLong(String.valueOf(tooMany.header("Retry-After"))))
                .isBetween(1L, 86_400L);
        ask(ana, book.subList(0, 500)).expect(200);
        ask(ana, book.subList(0, 500)).expect(200);
        assertThat(ask(ana, book.subList(0, 510)).status()).isEqualTo(429);
        clock.advance(Duration.ofDays(1));
        ask(ana, book.subList(500, 1_000)).expect(200);

        long began = System.nanoTime();
        ask(ana, book).expect(200);
        log.info("1000 contacts were answered in {} ms", (System.nanoTime() - began) / 1_000_000);
    }

    @Test
    void two_thousand_in_thirty_days_is_all() {
        Person ana = Person.named("Ana", api);
        for (int day = 0; day < 4; day++) {
            ask(ana, numbers(day * 500, 500)).expect(200);
            clock.advance(Duration.ofDays(1));
        }

        // Ten and not one: of two thousand tags two may be alike by chance, which leaves room for one more.
        Answer refused = ask(ana, numbers(2_000, 10));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(String.valueOf(refused.header("Retry-After"))))
                .isGreaterThan(Duration.ofDays(24).toSeconds());
        // They are still in her book, so they are known for another 30 days and cost nothing.
        ask(ana, numbers(0, 1_000)).expect(200);
        clock.advance(Duration.ofDays(26));
        ask(ana, numbers(2_000, 500)).expect(200);
        ask(ana, numbers(0, 1_000)).expect(200);
    }

    @Test
    void the_budget_is_exact_however_many_ask_at_once() throws InterruptedException, ExecutionException {
        Person ana = Person.named("Ana", api);
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> asked = IntStream.range(0, 8)
                    .mapToObj(part -> threads.submit(
                            () -> ask(ana, numbers(part * 100, 100)).status()))
                    .toList();
            for (Future<Integer> answer : asked) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .containsOnly(200, 429)
                .filteredOn(status -> status == 200)
                .hasSize(5);
    }

    @Test
    void what_is_no_hash_is_refused() {
        Person ana = Person.named("Ana", api);
        ana.api()
                .post("contacts/matches", Map.of("hashes", List.of("+491701234567")))
                .expect(400);
        ana.api().post("contacts/matches", Map.of()).expect(400);
        ask(ana, numbers(0, 1_001)).expect(400);
    }

    @Test
    void a_request_by_address_reaches_whoever_wants_to_be_found() {
        Person ana = Person.named("Ana", api);
        Person ben = reachable("Ben", "", "+491700000007", true);
        Person shy = reachable("Shy", "", "+491700000008", false);
        // In the order of the log: what is said last is seen last.
        ana.api().post("friends/requests", Map.of("phone", "+491700000008")).expect(201);
        ana.api().post("friends/requests", Map.of("phone", "+491700000007")).expect(201);

        await().atMost(PATIENCE).until(() -> !ben.requests("incoming").isEmpty());
        assertThat(shy.requests("incoming")).isEmpty();
        assertThat(ana.requests("outgoing")).hasSize(2);
    }

    @Test
    void friends_of_friends_are_suggested_if_they_want_to_be_found() {
        Person ana = Person.named("Ana", api);
        Person ben = Person.named("Ben", api);
        Person cem = Person.named("Cem", api);
        Person shy = Person.named("Shy", api);
        discoverable(cem, true);
        ana.befriend(ben);
        ben.befriend(cem);
        ben.befriend(shy);

        assertThat(ana.items("friends/suggestions")).singleElement().satisfies(one -> {
            assertThat(one.path("userId").asString()).isEqualTo(cem.id());
            assertThat(one.path("displayName").asString()).isEqualTo("Cem");
            assertThat(one.path("mutualFriends").asInt()).isEqualTo(1);
        });
        cem.api().put("blocks/" + ana.id(), "").expect(200);
        assertThat(ana.items("friends/suggestions")).isEmpty();
    }

    private Person reachable(String name, String email, String phone, boolean discoverable) {
        String id = name + "-" + TimeOrderedUuid.next();
        Person person = new Person(id, api.reachableAt(id, email, phone));
        person.api().patch("me", Map.of("displayName", name)).expect(200);
        discoverable(person, discoverable);
        return person;
    }

    private static void discoverable(Person person, boolean wanted) {
        person.api().patch("me/preferences", Map.of("discoverable", wanted)).expect(200);
        person.read("me");
    }

    private static List<String> found(Person person, String... addresses) {
        return person.api()
                .post(
                        "contacts/matches",
                        Map.of(
                                "hashes",
                                Stream.of(addresses).map(ContactsTest::hash).toList()))
                .expect(200)
                .json()
                .path("matches")
                .valueStream()
                .map(match -> match.path("userId").asString())
                .toList();
    }

    private static Answer match(Person person, String... addresses) {
        return ask(person, Stream.of(addresses).map(ContactsTest::hash).toList());
    }

    private static Answer ask(Person person, List<String> hashes) {
        return person.api().post("contacts/matches", Map.of("hashes", hashes));
    }

    private static List<String> numbers(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> hash("+44700" + (1_000_000 + number)))
                .toList();
    }

    private static String hash(String address) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package com.eindr.infra.friends;

import static com.eindr.infra.friends.AddressBook.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who finds whom by an address, and whom requests reach. */
@EindrTest
class ContactsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final JdbcTemplate database;

    @Autowired
    ContactsTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.database = database;
    }

    @Test
    void whoever_wants_to_be_found_is_found_by_number_and_by_e_mail() {
        Person ana = Person.named("Ana", api);
        Person ben = Person.reachable("Ben", "ben.found@example.org", "+491700000001", api)
                .prefers("discoverable", true);

        String body = AddressBook.of("+491700000001", "ben.found@example.org", "+491700000009")
                .askedBy(ana)
                .expect(200)
                .body();

        assertThat(AddressBook.of("+491700000001").foundBy(ana)).containsExactly(ben.id());
        assertThat(AddressBook.of("ben.found@example.org").foundBy(ana)).containsExactly(ben.id());
        assertThat(body).contains("\"displayName\":\"Ben\"", hash("+491700000001"));
        assertThat(body).doesNotContain(hash("+491700000009"));
    }

    @Test
    void nothing_tells_whoever_does_not_want_to_be_found_from_nobody() {
        Person ana = Person.named("Ana", api);
        Person shy = Person.reachable("Shy", null, "+491700000002", api);
        AddressBook book = AddressBook.of("+491700000002");

        Answer hidden = book.askedBy(ana).expect(200);
        Answer nobody = AddressBook.of("+491700000003").askedBy(ana).expect(200);

        assertThat(hidden.body())
                .isEqualTo(nobody.body())
                .isEqualTo("{\"matches\":[],\"postponed\":0,\"resetsAt\":null}");
        shy.prefers("discoverable", true);
        assertThat(book.foundBy(ana)).containsExactly(shy.id());
        shy.prefers("discoverable", false);
        assertThat(book.foundBy(ana)).isEmpty();
    }

    @Test
    void nobody_finds_themselves_nor_across_a_block_in_either_direction() {
        Person ana = Person.reachable("Ana", null, "+491700000004", api).prefers("discoverable", true);
        Person ben = Person.reachable("Ben", null, "+491700000005", api).prefers("discoverable", true);
        assertThat(AddressBook.of("+491700000004").foundBy(ana)).isEmpty();
        assertThat(AddressBook.of("+491700000005").foundBy(ana)).containsExactly(ben.id());

        ben.api().put("blocks/" + ana.id(), "").expect(200);
        ben.items("blocks");

        assertThat(AddressBook.of("+491700000005").foundBy(ana)).isEmpty();
        assertThat(AddressBook.of("+491700000004").foundBy(ben)).isEmpty();
    }

    @Test
    void what_nobody_has_is_not_kept() {
        Person ana = Person.named("Ana", api);
        AddressBook.of("+491700000006").askedBy(ana).expect(200);

        List<String> kept = database.queryForList(
                "SELECT contact_asked::text FROM contact_asked WHERE user_id = ?", String.class, ana.id());

        assertThat(kept)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .doesNotContain("49170", hash("+491700000006").substring(0, 8)));
    }

    @Test
    void one_preference_says_who_is_found_and_the_other_whom_requests_reach() {
        Person ana = Person.named("Ana", api);
        Person open = someone("+491700000010", true, true);
        Person unnamed = someone("+491700000011", false, true);
        Person quiet = someone("+491700000012", true, false);
        Person hidden = someone("+491700000013", false, false);
        List<Person> everybody = List.of(open, unnamed, quiet, hidden);
        List<String> numbers = List.of("+491700000010", "+491700000011", "+491700000012", "+491700000013");

        assertThat(AddressBook.of(numbers.toArray(String[]::new)).foundBy(ana))
                .containsExactlyInAnyOrder(open.id(), quiet.id());

        List<String> byPhone = numbers.stream()
                .map(number -> ana.api()
                        .post("friends/requests", Map.of("phone", number))
                        .expect(201))
                .map(ContactsTest::withoutId)
                .toList();
        // In the order of the log: when the last that can be seen is seen, so would be those before it.
        Person witness = someone("+491700000014", true, true);
        ana.api().post("friends/requests", Map.of("phone", "+491700000014")).expect(201);
        await().atMost(PATIENCE).until(() -> !witness.requests("incoming").isEmpty());
        assertThat(byPhone).containsOnly(byPhone.getFirst());
        assertThat(everybody).filteredOn(ContactsTest::isAsked).containsExactly(open);

        List<String> byId = everybody.stream()
                .map(ana::ask)
                .map(answer ->
                        withoutId(answer).replace(answer.json().path("id").asString(), ""))
                .toList();
        assertThat(byId).containsOnly(byId.getFirst());
        assertThat(everybody).filteredOn(ContactsTest::isAsked).containsExactly(open, unnamed);
        assertThat(ana.requests("outgoing")).hasSize(9);
    }

    private Person someone(String phone, boolean discoverable, boolean allowFriendRequests) {
        return Person.reachable("Somebody", null, phone, api)
                .prefers("discoverable", discoverable)
                .prefers("allowFriendRequests", allowFriendRequests);
    }

    private static boolean isAsked(Person person) {
        return !person.requests("incoming").isEmpty();
    }

    private static String withoutId(Answer answer) {
        return answer.body().replace(answer.json().path("id").asString(), "") + answer.header("ETag");
    }
}

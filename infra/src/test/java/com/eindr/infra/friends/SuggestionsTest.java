package com.eindr.infra.friends;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Whom Eindr takes for somebody's acquaintance. */
@EindrTest
class SuggestionsTest {
    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;

    @Autowired
    SuggestionsTest(ApiClient api, TestClock clock, JdbcTemplate database) {
        this.api = api;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void friends_of_friends_are_suggested_if_they_want_to_be_found() {
        Person ana = Person.named("Ana", api);
        Person ben = Person.named("Ben", api);
        Person cem = Person.named("Cem", api).prefers("discoverable", true);
        Person shy = Person.named("Shy", api);
        ana.befriend(ben);
        ben.befriend(cem);
        ben.befriend(shy);

        assertThat(ana.items("friends/suggestions")).singleElement().satisfies(one -> {
            assertThat(one.path("userId").asString()).isEqualTo(cem.id());
            assertThat(one.path("displayName").asString()).isEqualTo("Cem");
            assertThat(one.path("mutualFriends").asInt()).isEqualTo(1);
            assertThat(one.path("inContacts").asBoolean()).isFalse();
        });
        cem.api().put("blocks/" + ana.id(), "").expect(200);
        assertThat(ana.items("friends/suggestions")).isEmpty();
    }

    @Test
    void two_who_have_each_other_in_their_address_books_are_suggested_to_each_other() {
        Someone ana = someone("Ana");
        Someone ben = someone("Ben");
        AddressBook.of(ben.phone()).askedBy(ana.person()).expect(200);
        assertThat(suggested(ana)).isEmpty();
        assertThat(suggested(ben)).isEmpty();

        AddressBook.of(ana.phone()).askedBy(ben.person()).expect(200);
        assertThat(suggested(ana)).containsExactly(ben.person().id());
        assertThat(suggested(ben)).containsExactly(ana.person().id());
        JsonNode told = ana.person().items("friends/suggestions").getFirst();
        assertThat(told.path("inContacts").asBoolean()).isTrue();
        assertThat(told.path("mutualFriends").asInt()).isZero();

        ben.person().prefers("discoverable", false);
        assertThat(suggested(ana)).isEmpty();
        assertThat(suggested(ben)).isEmpty();
        ben.person().prefers("discoverable", true);
        assertThat(suggested(ana)).containsExactly(ben.person().id());

        ana.person().ask(ben.person());
        assertThat(suggested(ana)).isEmpty();
        assertThat(suggested(ben)).isEmpty();
    }

    @Test
    void a_block_is_the_end_of_a_suggestion_on_both_sides() {
        Someone ana = someone("Ana");
        Someone ben = someone("Ben");
        AddressBook.of(ben.phone()).askedBy(ana.person()).expect(200);
        AddressBook.of(ana.phone()).askedBy(ben.person()).expect(200);
        ben.person().api().put("blocks/" + ana.person().id(), "").expect(200);
        assertThat(suggested(ben)).isEmpty();
        assertThat(suggested(ana)).isEmpty();
    }

    @Test
    void whoever_does_not_want_to_be_found_leaves_no_trace_in_what_is_remembered() {
        Someone ana = someone("Ana");
        Someone ben = someone("Ben");
        AddressBook.of(ben.phone()).askedBy(ana.person()).expect(200);
        assertThat(remembered(ana)).containsExactly(ben.person().id());

        ana.person().prefers("discoverable", false);
        assertThat(AddressBook.of(ben.phone()).foundBy(ana.person()))
                .containsExactly(ben.person().id());
        assertThat(remembered(ana)).isEmpty();
    }

    @Test
    void what_is_asked_no_more_is_forgotten_after_thirty_days() {
        Someone ana = someone("Ana");
        Someone ben = someone("Ben");
        AddressBook.of(ben.phone()).askedBy(ana.person()).expect(200);
        clock.advance(Duration.ofDays(31));
        AddressBook.of(ana.phone()).askedBy(ben.person()).expect(200);
        assertThat(remembered(ana)).isEmpty();
        assertThat(suggested(ben)).isEmpty();
    }

    private record Someone(Person person, String phone) {}

    private Someone someone(String name) {
        String phone = "+4917" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
        return new Someone(Person.reachable(name, null, phone, api).prefers("discoverable", true), phone);
    }

    private static List<String> suggested(Someone someone) {
        return someone.person().items("friends/suggestions").stream()
                .map(suggestion -> suggestion.path("userId").asString())
                .toList();
    }

    private List<String> remembered(Someone someone) {
        return database.queryForList(
                "SELECT other_id FROM contact_match WHERE user_id = ?",
                String.class,
                someone.person().id());
    }
}

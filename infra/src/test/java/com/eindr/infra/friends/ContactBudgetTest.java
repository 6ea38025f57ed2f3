package com.eindr.infra.friends;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** For how many contacts somebody may ask, and when for more. */
@EindrTest
class ContactBudgetTest {
    private final ApiClient api;
    private final TestClock clock;
    private Person ana;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    ContactBudgetTest(ApiClient api, TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @BeforeEach
    void somebody() {
        ana = Person.named("Ana", api);
    }

    @Test
    void an_address_book_of_a_thousand_is_asked_for_twice_and_then_costs_nothing() {
        AddressBook book = AddressBook.of(0, 1_000);

        JsonNode first = book.askedBy(ana).expect(200).json();
        // Two of them may look alike by chance, and then there is room for one more.
        assertThat(first.path("postponed").asInt()).isBetween(495, 500);
        assertThat(Instant.parse(first.path("resetsAt").asString())).isEqualTo(tomorrow());
        assertThat(book.askedBy(ana).expect(200).json()).isEqualTo(first);

        clock.advance(Duration.ofDays(1));
        assertThat(book.postponedFor(ana)).isZero();
        assertThat(book.postponedFor(ana)).isZero();
    }

    @Test
    void the_first_of_the_list_are_answered_first_and_nothing_is_learnt_of_the_others() {
        Person near = Person.reachable("Near", null, "+491700000020", api).prefers("discoverable", true);
        Person far = Person.reachable("Far", null, "+491700000021", api).prefers("discoverable", true);
        List<String> hashes = new ArrayList<>(AddressBook.of("+491700000020").hashes());
        hashes.addAll(AddressBook.of(0, 600).hashes());
        hashes.addAll(AddressBook.of("+491700000021").hashes());
        AddressBook book = new AddressBook(hashes);

        assertThat(book.foundBy(ana)).containsExactly(near.id());
        assertThat(AddressBook.of("+491700000021").foundBy(ana)).isEmpty();
        // What was answered once is answered again, wherever it stands.
        assertThat(new AddressBook(hashes.reversed()).foundBy(ana)).containsExactly(near.id());

        clock.advance(Duration.ofDays(1));
        assertThat(book.foundBy(ana)).containsExactlyInAnyOrder(near.id(), far.id());
    }

    @Test
    void two_thousand_in_thirty_days_is_all() {
        for (int day = 0; day < 4; day++) {
            assertThat(AddressBook.of(day * 500, 500).postponedFor(ana)).isZero();
            clock.advance(Duration.ofDays(1));
        }

        JsonNode answer = AddressBook.of(2_000, 10).askedBy(ana).expect(200).json();
        assertThat(answer.path("postponed").asInt()).isBetween(5, 10);
        assertThat(Instant.parse(answer.path("resetsAt").asString()))
                .isEqualTo(tomorrow().plus(Duration.ofDays(25)));
        // They are still in her book, so they are known for another 30 days and cost nothing.
        assertThat(AddressBook.of(0, 1_000).postponedFor(ana)).isZero();
        clock.advance(Duration.ofDays(26));
        assertThat(AddressBook.of(2_000, 500).postponedFor(ana)).isZero();
        assertThat(AddressBook.of(0, 1_000).postponedFor(ana)).isZero();
    }

    @Test
    void the_budget_is_exact_however_many_ask_at_once() throws InterruptedException, ExecutionException {
        int postponed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> asked = IntStream.range(0, 8)
                    .mapToObj(part ->
                            threads.submit(() -> AddressBook.of(part * 100, 100).postponedFor(ana)))
                    .toList();
            for (Future<Integer> answer : asked) {
                postponed += answer.get();
            }
        }
        assertThat(postponed).isBetween(295, 300);
    }

    @Test
    void what_is_no_hash_is_refused() {
        new AddressBook(List.of("+491701234567")).askedBy(ana).expect(400);
        ana.api().post("contacts/matches", Map.of()).expect(400);
        AddressBook.of(0, 1_001).askedBy(ana).expect(400);
    }

    private Instant tomorrow() {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}

package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Settling what is owed by agreement, over HTTP. */
@EindrTest
class SettlementsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final TestClock clock;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    SettlementsTest(ApiClient api, TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @BeforeEach
    void two_friends() {
        ana = LedgerPerson.named("Ana", api);
        ben = LedgerPerson.named("Ben", api);
        ana.befriend(ben);
    }

    @Test
    void a_part_is_settled_once_the_other_confirms_it() {
        ana.lent(ben, "100.00", "EUR");
        Answer proposed = ben.settle(ana.user(), "40.00", "EUR").expect(201);
        assertThat(proposed.json().path("status").asString()).isEqualTo("PROPOSED");
        String id = proposed.json().path("id").asString();
        assertThat(ana.balance(ben, "EUR")).isEqualTo("100.00 0.00 0.00");
        awaitNotice(ana, id, "SETTLEMENT_PROPOSED");
        assertThat(ben.answer("settlements", id, "confirm").status()).isEqualTo(404);
        ana.answer("settlements", id, "confirm").expect(200);
        ana.answer("settlements", id, "confirm").expect(200);
        assertThat(ana.balance(ben, "EUR")).isEqualTo("60.00 0.00 0.00");
        assertThat(ben.balance(ana, "EUR")).isEqualTo("-60.00 0.00 0.00");
        awaitNotice(ben, id, "SETTLEMENT_CONFIRMED");
        JsonNode seen = ana.read("ledger/settlements/" + id);
        assertThat(seen.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(seen.path("paidByMe").asBoolean()).isFalse();
        assertThat(ben.items("ledger/settlements?status=CONFIRMED&counterparty=" + ana.id()))
                .hasSize(1);
        assertThat(ana.items("ledger/statement"))
                .extracting(entry -> entry.path("amount").asString() + " "
                        + entry.path("balance").asString())
                .containsExactly("-40.00 60.00", "100.00 100.00");
        assertThat(ana.read("sync").path("settlements")).hasSize(1);
    }

    @Test
    void whoever_does_not_answer_is_reminded_and_silence_never_confirms() {
        ana.lent(ben, "100.00", "EUR");
        String id = ben.settle(ana.user(), "100.00", "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        awaitNotice(ana, id, "SETTLEMENT_NUDGED");
        assertThat(ana.read("ledger/settlements/" + id).path("nudges").asInt()).isEqualTo(1);
        clock.advance(Duration.ofDays(3));
        await().atMost(PATIENCE)
                .until(() -> ana.read("ledger/settlements/" + id).path("nudges").asInt() == 2);
        clock.advance(Duration.ofDays(1));
        awaitNotice(ben, id, "SETTLEMENT_EXPIRED");
        assertThat(ana.read("ledger/settlements/" + id).path("status").asString())
                .isEqualTo("EXPIRED");
        assertThat(ana.answer("settlements", id, "confirm").status()).isEqualTo(409);
        assertThat(ana.balance(ben, "EUR")).isEqualTo("100.00 0.00 0.00");
    }

    @Test
    void more_than_is_owed_is_refused_with_what_is_owed() {
        assertThat(problem(ben.settle(ana.user(), "1.00", "EUR"), "owed")).isEqualTo("0.00");
        String debt = ana.lent(ben, "100.00", "EUR");
        assertThat(problem(ben.settle(ana.user(), "100.01", "EUR"), "owed")).isEqualTo("100.00");
        String id = ben.settle(ana.user(), "60.00", "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(problem(ben.settle(ana.user(), "40.01", "EUR"), "held")).isEqualTo("60.00");
        assertThat(problem(ana.settle(ben.user(), "10.00", "EUR"), "settlementId"))
                .isEqualTo(id);
        ana.answer("debts", debt, "reverse").expect(200);
        assertThat(problem(ana.answer("settlements", id, "confirm"), "owed")).isEqualTo("0.00");
        ben.answer("settlements", id, "withdraw").expect(200);
        awaitNotice(ana, id, "SETTLEMENT_WITHDRAWN");
    }

    @Test
    void what_was_paid_in_another_currency_is_stated_with_its_rate() {
        ana.lent(ben, "1000.00", "PKR");
        assertThat(ben.settle(ana.user(), "1000.00", "PKR", "paidCurrency", "USD")
                        .status())
                .isEqualTo(400);
        assertThat(ben.settle(ana.user(), "1000.00", "PKR", "paidAmount", "3.60")
                        .status())
                .isEqualTo(400);
        assertThat(ben.settle(ana.user(), "1000.00", "PKR", "paidAmount", "3.60", "paidCurrency", "PKR")
                        .status())
                .isEqualTo(400);
        String id = ben.settle(ana.user(), "1000.00", "PKR", "paidAmount", "3.60", "paidCurrency", "USD")
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(ana.read("ledger/settlements/" + id).path("rate").asString()).isEqualTo("0.0036");
        ana.answer("settlements", id, "reject").expect(200);
        assertThat(ana.balance(ben, "PKR")).isEqualTo("1000.00 0.00 0.00");
    }

    @Test
    void with_a_mere_contact_it_is_immediate_and_takes_no_plan() {
        Map<String, Object> cem = LedgerPerson.contact("Cem");
        ana.lend(cem, "30.00", "EUR").expect(201);
        api.putOn(Plan.EXPIRED, ana.id());
        assertThat(ana.settle(cem, "10.00", "EUR")
                        .expect(201)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CONFIRMED");
        assertThat(ana.balance("\"Cem\"", "EUR", "")).isEqualTo("20.00 0.00 0.00");
        assertThat(problem(ana.settle(cem, "20.01", "EUR"), "owed")).isEqualTo("20.00");
    }

    @Test
    void a_settlement_with_a_mere_contact_is_undone_and_everything_is_as_before() {
        Map<String, Object> cem = LedgerPerson.contact("Cem");
        ana.lend(cem, "30.00", "EUR").expect(201);
        JsonNode before = ana.read("ledger/balances");
        String id =
                ana.settle(cem, "10.00", "EUR").expect(201).json().path("id").asString();
        String cursor = ana.read("sync").path("nextCursor").asString();

        JsonNode would = ana.api()
                .post("ledger/settlements/" + id + "/reverse?dryRun=true", Map.of())
                .expect(200)
                .json();
        assertThat(would.path("status").asString()).isEqualTo("REVERSED");
        ana.api()
                .post("ledger/settlements/" + id + "/reverse", Map.of("reason", "That was Eve"))
                .expect(200);
        ana.answer("settlements", id, "reverse").expect(200);

        assertThat(ana.read("ledger/balances")).isEqualTo(before);
        JsonNode seen = ana.read("ledger/settlements/" + id);
        assertThat(seen.path("status").asString()).isEqualTo("REVERSED");
        assertThat(seen.path("reason").asString()).isEqualTo("That was Eve");
        assertThat(ana.items("ledger/statement"))
                .extracting(entry -> entry.path("cause").asString() + " "
                        + entry.path("settlementId").asString("").equals(id) + " "
                        + entry.path("balance").asString())
                .containsExactly("SETTLEMENT_REVERSAL true 30.00", "SETTLEMENT true 20.00", "DEBT false 30.00");
        assertThat(ana.api().get("ledger/settlements/" + id + "/receipt").status())
                .isEqualTo(409);
        assertThat(ana.read("sync?cursor=" + cursor).path("settlements"))
                .singleElement()
                .satisfies(settlement ->
                        assertThat(settlement.path("status").asString()).isEqualTo("REVERSED"));
        assertThat(ben.answer("settlements", id, "reverse").status()).isEqualTo(404);
    }

    @Test
    void of_a_hundred_simultaneous_settlements_of_one_debt_exactly_one_wins() throws InterruptedException {
        ana.lent(ben, "100.00", "EUR");
        assertThat(together(100, () -> ben.settle(ana.user(), "100.00", "EUR")))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        Map<String, Object> cem = LedgerPerson.contact("Cem");
        ana.lend(cem, "7.00", "EUR").expect(201);
        assertThat(together(100, () -> ana.settle(cem, "7.00", "EUR")))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        assertThat(ana.balance("\"Cem\"", "EUR", "")).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void a_stranger_learns_nothing() {
        ana.lent(ben, "100.00", "EUR");
        String id = ben.settle(ana.user(), "1.00", "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
        LedgerPerson eve = LedgerPerson.named("Eve", api);
        assertThat(eve.api().get("ledger/settlements/" + id).status()).isEqualTo(404);
        for (String how : List.of("confirm", "reject", "withdraw")) {
            assertThat(eve.answer("settlements", id, how).status()).isEqualTo(404);
        }
        assertThat(eve.settle(ana.user(), "1.00", "EUR").status()).isEqualTo(404);
        assertThat(ana.settle(ana.user(), "1.00", "EUR").status()).isEqualTo(400);
        assertThat(ana.settle(ben.user(), "-1.00", "EUR").status()).isEqualTo(400);
    }

    private static String problem(Answer answer, String fact) {
        return answer.expect(409).json().path(fact).asString();
    }

    private static List<Integer> together(int many, Supplier<Answer> request) throws InterruptedException {
        ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                threads.execute(() -> {
                    try {
                        start.await();
                        statuses.add(request.get().status());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            start.countDown();
        }
        return List.copyOf(statuses);
    }

    private static void awaitNotice(LedgerPerson person, String subject, String kind) {
        await().atMost(PATIENCE).until(() -> person.notices(subject).contains(kind));
    }
}

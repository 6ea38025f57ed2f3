package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Ana knew Ben as a contact before they were friends: what was owed then, over HTTP. */
@EindrTest
class DebtMovesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "ledger/debt-moves";
    private static final String NAME = "Ben from the bakery";

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    DebtMovesTest(ApiClient api, TestClock clock, JdbcTemplate database) {
        this.api = api;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void a_contact_owes_ana_thirty_euros_and_is_owed_five_dollars() {
        ana = LedgerPerson.named("Ana", api);
        ben = LedgerPerson.named("Ben", api);
        ana.befriend(ben);
        lend("40.00", "note", "For the oven");
        ana.settle(LedgerPerson.contact(NAME), "10.00", "EUR").expect(201);
        ana.debt(LedgerPerson.contact(NAME), "I_OWE", "5.00", "USD").expect(201);
    }

    @Test
    void what_the_friend_accepts_leaves_the_contact_and_arrives_with_them() {
        Answer proposed = propose(ben).expect(201);
        String id = proposed.json().path("id").asString();
        assertThat(proposed.json().path("status").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.header("ETag")).isEqualTo("\"1\"");
        assertThat(proposed.header("Location")).isEqualTo("/api/v1/" + PATH + "/" + id);
        awaitNotice(ben, id, "DEBT_MOVE_PROPOSED");
        assertThat(balances()).containsExactly("30.00 0.00 0.00", "-5.00 0.00 0.00", "", "");

        ben.answer("debt-moves", id, "accept").expect(200);
        ben.answer("debt-moves", id, "accept").expect(200);
        assertThat(balances())
                .containsExactly("0.00 0.00 0.00", "0.00 0.00 0.00", "30.00 0.00 0.00", "-5.00 0.00 0.00");
        assertThat(ben.balance(ana, "EUR")).isEqualTo("-30.00 0.00 0.00");
        awaitNotice(ana, id, "DEBT_MOVE_ACCEPTED");
        assertThat(ana.items("ledger/statement?currency=EUR&limit=2"))
                .allSatisfy(entry -> {
                    assertThat(entry.path("cause").asString()).isEqualTo("MOVE");
                    assertThat(entry.path("moveId").asString()).isEqualTo(id);
                    assertThat(entry.path("debtId").isNull()).isTrue();
                })
                .extracting(entry -> entry.path("amount").asString())
                .containsExactlyInAnyOrder("30.00", "-30.00");
        assertThat(ben.items("ledger/statement?currency=EUR"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("moveId").asString()).isEqualTo(id));
        assertThat(imbalance()).isZero();
        ben.settle(ana.user(), "30.00", "EUR").expect(201);
    }

    @Test
    void the_friend_is_shown_amounts_and_days_and_no_word_about_the_contact() {
        String id = proposed(ben);
        JsonNode hers = ana.read(PATH + "/" + id);
        assertThat(hers.path("contactName").asString()).isEqualTo(NAME);
        assertThat(origins(hers)).containsExactly("DEBT 40.00", "SETTLEMENT -10.00", "DEBT -5.00");
        JsonNode his = ben.read(PATH + "/" + id);
        assertThat(his.path("contactName").isNull()).isTrue();
        assertThat(his.path("proposedBy").asString()).isEqualTo(ana.id());
        assertThat(his.path("balances")
                        .valueStream()
                        .map(balance -> balance.path("currency").asString() + " "
                                + balance.path("amount").asString() + " "
                                + balance.path("earlier").asString()))
                .containsExactly("EUR -30.00 0.00", "USD 5.00 0.00");
        assertThat(origins(his)).containsExactly("DEBT -40.00", "SETTLEMENT 10.00", "DEBT 5.00");
        ben.answer("debt-moves", id, "accept").expect(200);
        for (String path :
                List.of(PATH, PATH + "/" + id, "sync", "ledger/statement", "ledger/debts", "notifications")) {
            assertThat(ben.read(path).toString()).doesNotContain("bakery", "oven");
        }
        String token = String.valueOf(ben.api().patch("me", Map.of()).header("Consistency-Token"));
        assertThat(ben.api()
                        .get("me/export", "Consistent-With", token)
                        .expect(200)
                        .body())
                .contains("\"kind\": \"debt-move\"")
                .doesNotContain("bakery", "oven");
        assertThat(ben.read("sync").path("debtMoves").get(0).path("status").asString())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void only_what_is_still_open_is_shown() {
        ana.settle(LedgerPerson.contact(NAME), "30.00", "EUR").expect(201);
        lend("7.00");
        String id = proposed(ben);
        assertThat(origins(ben.read(PATH + "/" + id))).containsExactly("DEBT -7.00", "DEBT 5.00");
        lend("1.00");
        assertThat(origins(ben.read(PATH + "/" + id))).containsExactly("DEBT -7.00", "DEBT 5.00");
    }

    @Test
    void by_default_everything_is_moved_that_is_shown_to_be_owed() {
        assertThat(ana.balance(NAME, "EUR", "")).isEqualTo("30.00 0.00 0.00");
        Map<String, Object> body = Map.of("contactName", " " + NAME, "userId", ben.id());
        String id = ana.api().post(PATH, body).expect(201).json().path("id").asString();
        assertThat(ana.read(PATH + "/" + id).path("balances")).hasSize(2);
        assertThat(problem(ana.api().post(PATH, Map.of("contactName", "Nobody", "userId", ben.id()))))
                .isEqualTo("409 nothing-to-move");
    }

    @Test
    void a_proposal_is_made_once_and_tried_without_being_made() {
        String key = UUID.randomUUID().toString();
        JsonNode tried =
                ana.api().post(PATH + "?dryRun=true", body(ben)).expect(200).json();
        assertThat(tried.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(tried.path("entries")).isEmpty();
        String first = ana.api()
                .post(PATH, body(ben), "Idempotency-Key", key)
                .expect(201)
                .body();
        assertThat(ana.api()
                        .post(PATH, body(ben), "Idempotency-Key", key)
                        .expect(201)
                        .body())
                .isEqualTo(first);
        assertThat(ana.items(PATH)).hasSize(1);
        String id = ana.items(PATH).getFirst().path("id").asString();
        JsonNode accepted =
                ben.answer("debt-moves", id, "accept?dryRun=true").expect(200).json();
        assertThat(accepted.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("entries")).hasSize(4);
        assertThat(ben.balance(ana, "EUR")).isEmpty();
        Map<String, Object> stale = Map.of();
        assertThat(ben.api()
                        .post(PATH + "/" + id + "/accept", stale, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void the_friend_may_dispute_and_the_proposer_withdraw() {
        String disputed = proposed(ben);
        assertThat(problem(ana.answer("debt-moves", disputed, "dispute"))).isEqualTo("404 move-not-found");
        ben.api()
                .post(PATH + "/" + disputed + "/dispute", Map.of("reason", "That was my brother"))
                .expect(200);
        awaitNotice(ana, disputed, "DEBT_MOVE_DISPUTED");
        assertThat(ana.read(PATH + "/" + disputed).path("reason").asString()).isEqualTo("That was my brother");
        assertThat(problem(ben.answer("debt-moves", disputed, "accept"))).isEqualTo("409 move-closed");

        String withdrawn = proposed(ben);
        assertThat(problem(ben.answer("debt-moves", withdrawn, "withdraw"))).isEqualTo("404 move-not-found");
        ana.answer("debt-moves", withdrawn, "withdraw").expect(200);
        awaitNotice(ben, withdrawn, "DEBT_MOVE_WITHDRAWN");
        assertThat(ben.items(PATH))
                .extracting(item -> item.path("id").asString())
                .containsExactly(withdrawn, disputed);
        assertThat(ben.items(PATH + "?status=DISPUTED")).hasSize(1);
        assertThat(ana.balance(NAME, "EUR", "")).isEqualTo("30.00 0.00 0.00");
    }

    @Test
    void what_changed_meanwhile_is_proposed_anew() {
        String id = proposed(ben);
        lend("1.00");
        assertThat(problem(ben.answer("debt-moves", id, "accept"))).isEqualTo("409 balance-changed");
        ben.answer("debt-moves", proposed(ben), "accept").expect(200);
        assertThat(ben.balance(ana, "EUR")).isEqualTo("-31.00 0.00 0.00");
    }

    @Test
    void a_moved_debt_is_not_reversed_and_new_ones_under_the_name_are_new() {
        String debt = lend("1.00");
        ben.answer("debt-moves", proposed(ben), "accept").expect(200);
        assertThat(problem(ana.answer("debts", debt, "reverse"))).isEqualTo("409 debt-moved");
        clock.advance(Duration.ofSeconds(1));
        String later = lend("2.00");
        assertThat(ana.balance(NAME, "EUR", "")).isEqualTo("2.00 0.00 0.00");
        ana.answer("debts", later, "reverse").expect(200);
        assertThat(ana.balance(NAME, "EUR", "")).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void silence_never_accepts() {
        String id = proposed(ben);
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(problem(ben.answer("debt-moves", id, "accept"))).isEqualTo("409 move-closed");
        awaitNotice(ana, id, "DEBT_MOVE_EXPIRED");
        assertThat(ben.read(PATH + "/" + id).path("status").asString()).isEqualTo("EXPIRED");
        assertThat(ben.balance(ana, "EUR")).isEmpty();
    }

    @Test
    void it_ends_with_the_friendship_and_with_a_block_and_nobody_is_disturbed() {
        LedgerPerson cem = LedgerPerson.named("Cem", api);
        ana.befriend(cem);
        String unfriended = proposed(ben);
        String blocked = proposed(cem);
        ben.api().delete("friends/" + ana.id()).expect(200);
        cem.api().put("blocks/" + ana.id(), Map.of()).expect(200);
        for (String id : List.of(unfriended, blocked)) {
            await().atMost(PATIENCE)
                    .until(() ->
                            ana.read(PATH + "/" + id).path("status").asString().equals("WITHDRAWN"));
        }
        assertThat(problem(ben.answer("debt-moves", unfriended, "accept"))).isEqualTo("409 move-closed");
        assertThat(problem(propose(ben))).isEqualTo("404 friend-not-found");
        // Notices are told in the order of the log: once a later one is there, earlier ones would be.
        LedgerPerson dan = LedgerPerson.named("Dan", api);
        ana.befriend(dan);
        awaitNotice(dan, proposed(dan), "DEBT_MOVE_PROPOSED");
        assertThat(ben.notices(unfriended)).containsExactly("DEBT_MOVE_PROPOSED");
        assertThat(cem.notices(blocked)).containsExactly("DEBT_MOVE_PROPOSED");
    }

    @Test
    void where_debts_are_denied_it_looks_like_silence() {
        ben.permit(ana, "DENY");
        String id = proposed(ben);
        assertThat(ben.api().get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(ben.items(PATH)).isEmpty();
        assertThat(ben.read("sync").path("debtMoves")).isEmpty();
        assertThat(problem(ben.answer("debt-moves", id, "accept"))).isEqualTo("404 move-not-found");
        assertThat(ana.read(PATH + "/" + id).path("status").asString()).isEqualTo("PROPOSED");
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        awaitNotice(ana, id, "DEBT_MOVE_EXPIRED");
        assertThat(ben.notices(id)).isEmpty();
    }

    @Test
    void who_accepts_and_who_settles_at_the_same_moment_do_not_both() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                String name = "Contact " + round;
                String currency = round % 2 == 0 ? "EUR" : "JPY";
                ana.lend(LedgerPerson.contact(name), "9", currency).expect(201);
                String id = ana.api()
                        .post(PATH, Map.of("contactName", name, "userId", ben.id(), "currencies", List.of(currency)))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
                Callable<Answer> accept = () -> ben.answer("debt-moves", id, "accept");
                Callable<Answer> settle = () -> ana.settle(LedgerPerson.contact(name), "9", currency);
                List<Future<Answer>> answers = threads.invokeAll(List.of(accept, settle));
                String both = problem(answers.getFirst().get()) + ", "
                        + problem(answers.getLast().get());
                assertThat(both).isIn("200 , 409 more-than-is-owed", "409 balance-changed, 201 ");
                assertThat(ana.balance(name, currency, "")).startsWith("0");
            }
        }
        assertThat(imbalance()).isZero();
    }

    private String lend(String euros, Object... more) {
        return ana.lend(LedgerPerson.contact(NAME), euros, "EUR", more)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** Currencies are named, so that it does not depend on how far the balances that are shown have come. */
    private Map<String, Object> body(LedgerPerson friend) {
        return Map.of("contactName", NAME, "userId", friend.id(), "currencies", List.of("EUR", "USD"));
    }

    private Answer propose(LedgerPerson friend) {
        return ana.api().post(PATH, body(friend));
    }

    private String proposed(LedgerPerson friend) {
        return propose(friend).expect(201).json().path("id").asString();
    }

    /** With the contact and with Ben, in both currencies. */
    private List<String> balances() {
        return List.of(
                ana.balance(NAME, "EUR", ""),
                ana.balance(NAME, "USD", ""),
                ana.balance(ben, "EUR"),
                ana.balance(ben, "USD"));
    }

    private static List<String> origins(JsonNode move) {
        return move.path("balances")
                .valueStream()
                .flatMap(balance -> balance.path("entries").valueStream())
                .map(entry -> entry.path("cause").asString() + " "
                        + entry.path("amount").asString())
                .toList();
    }

    /** The status, and which problem it is if it is one. */
    private static String problem(Answer answer) {
        String type = answer.json().path("type").asString("");
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    private static void awaitNotice(LedgerPerson person, String subject, String kind) {
        await().atMost(PATIENCE).until(() -> person.notices(subject).contains(kind));
    }

    private long imbalance() {
        Long sum = database.queryForObject("SELECT coalesce(sum(net), 0)::bigint FROM ledger_balance", Long.class);
        return sum == null ? -1 : sum;
    }
}

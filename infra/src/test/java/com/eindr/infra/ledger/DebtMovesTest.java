package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;
    private Bakery bakery;
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
        bakery = Bakery.of(api);
        ana = bakery.ana();
        ben = bakery.ben();
    }

    @Test
    void what_the_friend_accepts_leaves_the_contact_and_arrives_with_them() {
        Answer proposed = bakery.propose(ben).expect(201);
        String id = proposed.json().path("id").asString();
        assertThat(proposed.json().path("status").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.header("ETag")).isEqualTo("\"1\"");
        assertThat(proposed.header("Location")).isEqualTo("/api/v1/" + Bakery.PATH + "/" + id);
        Bakery.awaitNotice(ben, id, "DEBT_MOVE_PROPOSED");
        assertThat(bakery.balances()).containsExactly("30.00 0.00 0.00", "-5.00 0.00 0.00", "", "");

        ben.answer("debt-moves", id, "accept").expect(200);
        ben.answer("debt-moves", id, "accept").expect(200);
        assertThat(bakery.balances())
                .containsExactly("0.00 0.00 0.00", "0.00 0.00 0.00", "30.00 0.00 0.00", "-5.00 0.00 0.00");
        assertThat(ben.balance(ana, "EUR")).isEqualTo("-30.00 0.00 0.00");
        Bakery.awaitNotice(ana, id, "DEBT_MOVE_ACCEPTED");
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
        String id = bakery.proposed(ben);
        JsonNode hers = ana.read(Bakery.PATH + "/" + id);
        assertThat(hers.path("contactName").asString()).isEqualTo(Bakery.NAME);
        assertThat(Bakery.origins(hers)).containsExactly("DEBT 40.00", "SETTLEMENT -10.00", "DEBT -5.00");
        JsonNode his = ben.read(Bakery.PATH + "/" + id);
        assertThat(his.path("contactName").isNull()).isTrue();
        assertThat(his.path("proposedBy").asString()).isEqualTo(ana.id());
        assertThat(his.path("balances")
                        .valueStream()
                        .map(balance -> balance.path("currency").asString() + " "
                                + balance.path("amount").asString() + " "
                                + balance.path("earlier").asString()))
                .containsExactly("EUR -30.00 0.00", "USD 5.00 0.00");
        assertThat(Bakery.origins(his)).containsExactly("DEBT -40.00", "SETTLEMENT 10.00", "DEBT 5.00");
        ben.answer("debt-moves", id, "accept").expect(200);
        for (String path : List.of(
                Bakery.PATH, Bakery.PATH + "/" + id, "sync", "ledger/statement", "ledger/debts", "notifications")) {
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
        ana.settle(LedgerPerson.contact(Bakery.NAME), "30.00", "EUR").expect(201);
        bakery.lend("7.00");
        String id = bakery.proposed(ben);
        assertThat(Bakery.origins(ben.read(Bakery.PATH + "/" + id))).containsExactly("DEBT -7.00", "DEBT 5.00");
        bakery.lend("1.00");
        assertThat(Bakery.origins(ben.read(Bakery.PATH + "/" + id))).containsExactly("DEBT -7.00", "DEBT 5.00");
    }

    @Test
    void what_changed_meanwhile_is_proposed_anew() {
        String id = bakery.proposed(ben);
        bakery.lend("1.00");
        assertThat(Bakery.problem(ben.answer("debt-moves", id, "accept"))).isEqualTo("409 balance-changed");
        ben.answer("debt-moves", bakery.proposed(ben), "accept").expect(200);
        assertThat(ben.balance(ana, "EUR")).isEqualTo("-31.00 0.00 0.00");
    }

    @Test
    void a_moved_debt_is_not_reversed_and_new_ones_under_the_name_are_new() {
        String debt = bakery.lend("1.00");
        ben.answer("debt-moves", bakery.proposed(ben), "accept").expect(200);
        assertThat(Bakery.problem(ana.answer("debts", debt, "reverse"))).isEqualTo("409 debt-moved");
        clock.advance(Duration.ofSeconds(1));
        String later = bakery.lend("2.00");
        assertThat(ana.balance(Bakery.NAME, "EUR", "")).isEqualTo("2.00 0.00 0.00");
        ana.answer("debts", later, "reverse").expect(200);
        assertThat(ana.balance(Bakery.NAME, "EUR", "")).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void who_accepts_and_who_settles_at_the_same_moment_do_not_both() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                String name = "Contact " + round;
                String currency = round % 2 == 0 ? "EUR" : "JPY";
                ana.lend(LedgerPerson.contact(name), "9", currency).expect(201);
                String id = ana.api()
                        .post(
                                Bakery.PATH,
                                Map.of("contactName", name, "userId", ben.id(), "currencies", List.of(currency)))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
                Callable<Answer> accept = () -> ben.answer("debt-moves", id, "accept");
                Callable<Answer> settle = () -> ana.settle(LedgerPerson.contact(name), "9", currency);
                List<Future<Answer>> answers = threads.invokeAll(List.of(accept, settle));
                String both = Bakery.problem(answers.getFirst().get()) + ", "
                        + Bakery.problem(answers.getLast().get());
                assertThat(both).isIn("200 , 409 more-than-is-owed", "409 balance-changed, 201 ");
                assertThat(ana.balance(name, currency, "")).startsWith("0");
            }
        }
        assertThat(imbalance()).isZero();
    }

    private long imbalance() {
        Long sum = database.queryForObject("SELECT coalesce(sum(net), 0)::bigint FROM ledger_balance", Long.class);
        return sum == null ? -1 : sum;
    }
}

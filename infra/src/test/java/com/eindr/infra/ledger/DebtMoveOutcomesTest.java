package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whom Ana asks whether they were a contact of hers, and how that ends, over HTTP. */
@EindrTest
class DebtMoveOutcomesTest {
    private final ApiClient api;
    private final TestClock clock;
    private Bakery bakery;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    DebtMoveOutcomesTest(ApiClient api, TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @BeforeEach
    void a_contact_owes_ana_thirty_euros_and_is_owed_five_dollars() {
        bakery = Bakery.of(api);
        ana = bakery.ana();
        ben = bakery.ben();
    }

    @Test
    void by_default_everything_is_moved_that_is_shown_to_be_owed() {
        assertThat(ana.balance(Bakery.NAME, "EUR", "")).isEqualTo("30.00 0.00 0.00");
        Map<String, Object> body = Map.of("contactName", " " + Bakery.NAME, "userId", ben.id());
        String id =
                ana.api().post(Bakery.PATH, body).expect(201).json().path("id").asString();
        assertThat(ana.read(Bakery.PATH + "/" + id).path("balances")).hasSize(2);
        assertThat(Bakery.problem(ana.api().post(Bakery.PATH, Map.of("contactName", "Nobody", "userId", ben.id()))))
                .isEqualTo("409 nothing-to-move");
    }

    @Test
    void a_proposal_is_made_once_and_tried_without_being_made() {
        String key = UUID.randomUUID().toString();
        JsonNode tried = ana.api()
                .post(Bakery.PATH + "?dryRun=true", bakery.body(ben))
                .expect(200)
                .json();
        assertThat(tried.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(tried.path("entries")).isEmpty();
        String first = ana.api()
                .post(Bakery.PATH, bakery.body(ben), "Idempotency-Key", key)
                .expect(201)
                .body();
        assertThat(ana.api()
                        .post(Bakery.PATH, bakery.body(ben), "Idempotency-Key", key)
                        .expect(201)
                        .body())
                .isEqualTo(first);
        assertThat(ana.items(Bakery.PATH)).hasSize(1);
        String id = ana.items(Bakery.PATH).getFirst().path("id").asString();
        JsonNode accepted =
                ben.answer("debt-moves", id, "accept?dryRun=true").expect(200).json();
        assertThat(accepted.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("entries")).hasSize(4);
        assertThat(ben.balance(ana, "EUR")).isEmpty();
        Map<String, Object> stale = Map.of();
        assertThat(ben.api()
                        .post(Bakery.PATH + "/" + id + "/accept", stale, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void the_friend_may_dispute_and_the_proposer_withdraw() {
        String disputed = bakery.proposed(ben);
        assertThat(Bakery.problem(ana.answer("debt-moves", disputed, "dispute")))
                .isEqualTo("404 move-not-found");
        ben.api()
                .post(Bakery.PATH + "/" + disputed + "/dispute", Map.of("reason", "That was my brother"))
                .expect(200);
        Bakery.awaitNotice(ana, disputed, "DEBT_MOVE_DISPUTED");
        assertThat(ana.read(Bakery.PATH + "/" + disputed).path("reason").asString())
                .isEqualTo("That was my brother");
        assertThat(Bakery.problem(ben.answer("debt-moves", disputed, "accept"))).isEqualTo("409 move-closed");

        String withdrawn = bakery.proposed(ben);
        assertThat(Bakery.problem(ben.answer("debt-moves", withdrawn, "withdraw")))
                .isEqualTo("404 move-not-found");
        ana.answer("debt-moves", withdrawn, "withdraw").expect(200);
        Bakery.awaitNotice(ben, withdrawn, "DEBT_MOVE_WITHDRAWN");
        assertThat(ben.items(Bakery.PATH))
                .extracting(item -> item.path("id").asString())
                .containsExactly(withdrawn, disputed);
        assertThat(ben.items(Bakery.PATH + "?status=DISPUTED")).hasSize(1);
        assertThat(ana.balance(Bakery.NAME, "EUR", "")).isEqualTo("30.00 0.00 0.00");
    }

    @Test
    void silence_never_accepts() {
        String id = bakery.proposed(ben);
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(Bakery.problem(ben.answer("debt-moves", id, "accept"))).isEqualTo("409 move-closed");
        Bakery.awaitNotice(ana, id, "DEBT_MOVE_EXPIRED");
        assertThat(ben.read(Bakery.PATH + "/" + id).path("status").asString()).isEqualTo("EXPIRED");
        assertThat(ben.balance(ana, "EUR")).isEmpty();
    }

    @Test
    void it_ends_with_the_friendship_and_with_a_block_and_nobody_is_disturbed() {
        LedgerPerson cem = LedgerPerson.named("Cem", api);
        ana.befriend(cem);
        String unfriended = bakery.proposed(ben);
        String blocked = bakery.proposed(cem);
        ben.api().delete("friends/" + ana.id()).expect(200);
        cem.api().put("blocks/" + ana.id(), Map.of()).expect(200);
        for (String id : List.of(unfriended, blocked)) {
            await().atMost(Bakery.PATIENCE)
                    .until(() -> ana.read(Bakery.PATH + "/" + id)
                            .path("status")
                            .asString()
                            .equals("WITHDRAWN"));
        }
        assertThat(Bakery.problem(ben.answer("debt-moves", unfriended, "accept")))
                .isEqualTo("409 move-closed");
        assertThat(Bakery.problem(bakery.propose(ben))).isEqualTo("404 friend-not-found");
        // Notices are told in the order of the log: once a later one is there, earlier ones would be.
        LedgerPerson dan = LedgerPerson.named("Dan", api);
        ana.befriend(dan);
        Bakery.awaitNotice(dan, bakery.proposed(dan), "DEBT_MOVE_PROPOSED");
        assertThat(ben.notices(unfriended)).containsExactly("DEBT_MOVE_PROPOSED");
        assertThat(cem.notices(blocked)).containsExactly("DEBT_MOVE_PROPOSED");
    }

    @Test
    void where_debts_are_denied_it_looks_like_silence() {
        ben.permit(ana, "DENY");
        String id = bakery.proposed(ben);
        assertThat(ben.api().get(Bakery.PATH + "/" + id).status()).isEqualTo(404);
        assertThat(ben.items(Bakery.PATH)).isEmpty();
        assertThat(ben.read("sync").path("debtMoves")).isEmpty();
        assertThat(Bakery.problem(ben.answer("debt-moves", id, "accept"))).isEqualTo("404 move-not-found");
        assertThat(ana.read(Bakery.PATH + "/" + id).path("status").asString()).isEqualTo("PROPOSED");
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        Bakery.awaitNotice(ana, id, "DEBT_MOVE_EXPIRED");
        assertThat(ben.notices(id)).isEmpty();
    }
}

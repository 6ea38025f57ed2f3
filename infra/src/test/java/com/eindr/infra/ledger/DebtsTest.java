package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Recording debts over HTTP, and what they come to. */
@EindrTest
class DebtsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final TestClock clock;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    DebtsTest(ApiClient api, TestClock clock) {
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
    void a_debt_counts_once_the_friend_accepts_it() {
        Answer recorded = ana.lend(ben.user(), "5000.00", "PKR", "note", "Rent").expect(201);
        assertThat(recorded.json().path("status").asString()).isEqualTo("UNCONFIRMED");
        assertThat(recorded.header("ETag")).isEqualTo("\"1\"");
        String id = recorded.json().path("id").asString();
        assertThat(recorded.header("Location")).isEqualTo("/api/v1/ledger/debts/" + id);
        assertThat(ana.balance(ben, "PKR")).isEqualTo("0.00 5000.00 0.00");
        assertThat(ben.balance(ana, "PKR")).isEqualTo("0.00 -5000.00 0.00");
        awaitNotice(ben, id, "DEBT_RECORDED");

        assertThat(ben.answer("debts", id, "accept")
                        .expect(200)
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
        ben.answer("debts", id, "accept").expect(200);
        assertThat(ana.balance(ben, "PKR")).isEqualTo("5000.00 0.00 0.00");
        assertThat(ben.balance(ana, "PKR")).isEqualTo("-5000.00 0.00 0.00");
        awaitNotice(ana, id, "DEBT_ACCEPTED");

        JsonNode seen = ben.read("ledger/debts/" + id);
        assertThat(seen.path("direction").asString()).isEqualTo("I_OWE");
        assertThat(seen.path("amount").asString()).isEqualTo("5000.00");
        assertThat(seen.path("counterparty").path("userId").asString()).isEqualTo(ana.id());
        assertThat(seen.path("note").asString()).isEqualTo("Rent");
        assertThat(ben.items("ledger/debts?status=ACCEPTED&counterparty=" + ana.id()))
                .hasSize(1);
        assertThat(ben.items("ledger/debts?status=DISPUTED")).isEmpty();
        assertThat(ben.items("ledger/debts?counterparty=" + ben.id())).isEmpty();
        JsonNode total = ana.read("ledger/balances").path("totals").get(0);
        assertThat(total.toString())
                .isEqualTo("{\"currency\":\"PKR\",\"owedToMe\":\"5000.00\",\"iOwe\":\"0.00\",\"net\":\"5000.00\"}");

        ana.answer("debts", id, "reverse").expect(200);
        assertThat(ana.balance(ben, "PKR")).isEqualTo("0.00 0.00 0.00");
        assertThat(ana.read("ledger/debts/" + id).path("status").asString()).isEqualTo("REVERSED");
        awaitNotice(ben, id, "DEBT_REVERSED");
        List<JsonNode> entries = ana.items("ledger/statement?counterparty=" + ben.id() + "&currency=PKR");
        assertThat(entries).extracting(entry -> entry.path("cause").asString()).containsExactly("REVERSAL", "DEBT");
        assertThat(entries)
                .extracting(entry -> entry.path("balance").asString())
                .containsExactly("0.00", "5000.00");
        assertThat(ben.answer("debts", id, "dispute").status()).isEqualTo(409);
    }

    @Test
    void a_disputed_debt_is_shown_apart_with_its_reason() {
        String id =
                ana.lend(ben.user(), "10", "EUR").expect(201).json().path("id").asString();
        ben.api()
                .post("ledger/debts/" + id + "/dispute", Map.of("reason", "I paid"))
                .expect(200);
        assertThat(ana.balance(ben, "EUR")).isEqualTo("0.00 0.00 10.00");
        assertThat(ana.read("ledger/debts/" + id).path("reason").asString()).isEqualTo("I paid");
        awaitNotice(ana, id, "DEBT_DISPUTED");
        ana.answer("debts", id, "reverse").expect(200);
        assertThat(ana.read("ledger/debts/" + id).path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(ben.balance(ana, "EUR")).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void a_friend_who_allows_it_owes_at_once_and_one_who_denies_it_never_hears_of_it() {
        ben.permit(ana, "ALLOW");
        assertThat(ana.lend(ben.user(), "1.000", "KWD")
                        .expect(201)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ACCEPTED");
        assertThat(ben.balance(ana, "KWD")).isEqualTo("-1.000 0.000 0.000");
        ben.permit(ana, "DENY");
        Answer denied = ana.lend(ben.user(), "500", "JPY").expect(201);
        assertThat(denied.json().path("status").asString()).isEqualTo("UNCONFIRMED");
        assertThat(ana.balance(ben, "JPY")).isEqualTo("0 500 0");
        assertThat(ben.balance(ana, "JPY")).isEmpty();
        String id = denied.json().path("id").asString();
        assertThat(ben.api().get("ledger/debts/" + id).status()).isEqualTo(404);
        assertThat(ben.answer("debts", id, "accept").status()).isEqualTo(404);
        assertThat(ben.read("sync").path("debts")).hasSize(1);
        assertThat(ana.read("sync").path("debts")).hasSize(2);
    }

    @Test
    void a_mere_contact_is_one_sided() {
        Answer recorded =
                ana.lend(LedgerPerson.contact(" Cem "), "20.00", "EUR").expect(201);
        assertThat(recorded.json().path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(ana.balance("\"Cem\"", "EUR", "")).isEqualTo("20.00 0.00 0.00");
        assertThat(ana.items("ledger/debts?counterparty=Cem")).hasSize(1);
        assertThat(ana.items("ledger/statement?counterparty=Cem")).hasSize(1);
        assertThat(ben.items("ledger/debts?counterparty=Cem")).isEmpty();
    }

    @Test
    void yesterdays_balance_is_as_it_was_yesterday() {
        Instant before = clock.instant();
        LocalDate yesterday = LocalDate.ofInstant(before, ZoneOffset.UTC).minusDays(1);
        clock.advance(Duration.ofSeconds(2));
        String id = ana.lend(ben.user(), "50.00", "EUR", "occurredOn", yesterday.toString())
                .expect(201)
                .json()
                .path("id")
                .asString();
        Instant recorded = clock.instant();
        clock.advance(Duration.ofSeconds(2));
        ben.answer("debts", id, "accept").expect(200);
        Instant accepted = clock.instant();
        clock.advance(Duration.ofSeconds(2));
        ana.answer("debts", id, "reverse").expect(200);

        assertThat(ana.balance(ben, "EUR")).isEqualTo("0.00 0.00 0.00");
        assertThat(ana.balance(ben.id(), "EUR", "?knownAt=" + before)).isEmpty();
        assertThat(ana.balance(ben.id(), "EUR", "?knownAt=" + recorded)).isEqualTo("0.00 50.00 0.00");
        assertThat(ana.balance(ben.id(), "EUR", "?knownAt=" + accepted)).isEqualTo("50.00 0.00 0.00");
        assertThat(ana.balance(ben.id(), "EUR", "?knownAt=" + accepted + "&asOf=" + yesterday))
                .isEqualTo("50.00 0.00 0.00");
        assertThat(ana.balance(ben.id(), "EUR", "?knownAt=" + accepted + "&asOf=" + yesterday.minusDays(1)))
                .isEmpty();
        assertThat(ana.balance(ben.id(), "EUR", "?knownAt=" + accepted + "&asOf=" + yesterday + "T12:00:00Z"))
                .isEqualTo("50.00 0.00 0.00");
        assertThat(ana.balance(ben.id(), "EUR", "?asOf=" + yesterday)).isEqualTo("0.00 0.00 0.00");
        assertThat(ana.api().get("ledger/balances?asOf=yesterday").status()).isEqualTo(400);
    }

    @Test
    void a_stranger_learns_nothing() {
        LedgerPerson eve = LedgerPerson.named("Eve", api);
        String id = ana.lend(ben.user(), "10.00", "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
        String unknown = eve.lend(Map.of("userId", "nobody-" + id), "1", "EUR")
                .expect(404)
                .body();
        String stranger = eve.lend(ana.user(), "1", "EUR").expect(404).body();
        assertThat(stranger.replaceAll("\"instance\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.replaceAll("\"instance\":\"[^\"]*\"", ""));
        for (String how : List.of("accept", "dispute", "reverse")) {
            assertThat(eve.answer("debts", id, how).status()).isEqualTo(404);
            assertThat(eve.answer("debts", UUID.randomUUID().toString(), how).status())
                    .isEqualTo(404);
        }
        assertThat(eve.api().get("ledger/debts/" + id).status()).isEqualTo(404);
        ben.api().put("blocks/" + ana.id(), Map.of());
        assertThat(ana.lend(ben.user(), "1", "EUR").status()).isEqualTo(404);
        assertThat(ana.lend(ana.user(), "1", "EUR").status()).isEqualTo(400);
        assertThat(ana.balance(ben, "EUR")).isEqualTo("0.00 10.00 0.00");
    }

    @Test
    void conventions_hold() {
        String id = UUID.randomUUID().toString();
        Answer first = ana.api()
                .post(
                        "ledger/debts",
                        Map.of(
                                "id",
                                id,
                                "counterparty",
                                ben.user(),
                                "direction",
                                "I_OWE",
                                "amount",
                                "1",
                                "currency",
                                "EUR"),
                        "Idempotency-Key",
                        "k-" + id)
                .expect(201);
        Answer again = ana.api()
                .post(
                        "ledger/debts",
                        Map.of(
                                "id",
                                id,
                                "counterparty",
                                ben.user(),
                                "direction",
                                "I_OWE",
                                "amount",
                                "1",
                                "currency",
                                "EUR"),
                        "Idempotency-Key",
                        "k-" + id);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ana.lend(ben.user(), "1", "EUR", "id", id).status()).isEqualTo(409);
        assertThat(ben.api()
                        .post("ledger/debts/" + id + "/accept", Map.of(), "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        for (int i = 0; i < 3; i++) {
            ana.lend(LedgerPerson.contact("Cem"), "1", "EUR").expect(201);
        }
        JsonNode page = ana.read("ledger/debts?limit=3");
        assertThat(page.path("items")).hasSize(3);
        JsonNode rest = ana.read(
                "ledger/debts?limit=3&cursor=" + page.path("nextCursor").asString());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        JsonNode statement = ana.read("ledger/statement?limit=2");
        assertThat(statement.path("items").get(0).path("balance").asString()).isEqualTo("3.00");
        JsonNode earlier = ana.read("ledger/statement?limit=2&cursor="
                + statement.path("nextCursor").asString());
        assertThat(earlier.path("items").get(0).path("balance").asString()).isEqualTo("1.00");
        assertThat(earlier.path("nextCursor").isNull()).isTrue();
    }

    private static void awaitNotice(LedgerPerson person, String subject, String... kinds) {
        await().atMost(PATIENCE).until(() -> person.notices(subject).containsAll(Arrays.asList(kinds)));
    }
}

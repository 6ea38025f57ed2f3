package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asking what a write of the ledger would come to, over HTTP. */
@EindrTest
class DryRunTest {
    private final ApiClient api;
    private final JdbcTemplate database;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    DryRunTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.database = database;
    }

    @BeforeEach
    void two_friends() {
        ana = LedgerPerson.named("Ana", api);
        ben = LedgerPerson.named("Ben", api);
        ana.befriend(ben);
    }

    @Test
    void every_write_says_what_would_happen_and_appends_nothing() {
        String debt = ana.lent(ben, "100.00", "EUR");
        String open = ana.lend(ben.user(), "5.00", "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
        String settlement = ben.settle(ana.user(), "10.00", "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
        long before = events(debt, open, settlement);

        would(
                ana,
                "debts",
                Map.of("counterparty", ben.user(), "direction", "I_OWE", "amount", "1", "currency", "JPY"),
                "UNCONFIRMED",
                0);
        would(
                ana,
                "debts",
                Map.of(
                        "counterparty",
                        LedgerPerson.contact("Cem"),
                        "direction",
                        "I_OWE",
                        "amount",
                        "1",
                        "currency",
                        "JPY"),
                "ACCEPTED",
                1);
        would(ben, "debts/" + open + "/accept", Map.of(), "ACCEPTED", 1);
        would(ben, "debts/" + open + "/dispute", Map.of("reason", "no"), "DISPUTED", 0);
        would(ana, "debts/" + open + "/reverse", Map.of(), "WITHDRAWN", 0);
        would(ana, "debts/" + debt + "/reverse", Map.of(), "REVERSED", 1);
        would(
                ben,
                "settlements",
                Map.of("counterparty", ana.user(), "amount", "90.00", "currency", "EUR"),
                "PROPOSED",
                0);
        would(ana, "settlements/" + settlement + "/confirm", Map.of(), "CONFIRMED", 1);
        would(ana, "settlements/" + settlement + "/reject", Map.of(), "REJECTED", 0);
        would(ben, "settlements/" + settlement + "/withdraw", Map.of(), "WITHDRAWN", 0);

        assertThat(events(debt, open, settlement)).isEqualTo(before);
        assertThat(ana.items("ledger/debts")).hasSize(2);
        assertThat(ana.items("ledger/settlements")).hasSize(1);
        assertThat(ana.balance(ben, "EUR")).isEqualTo("100.00 5.00 0.00");
        assertThat(ana.read("me/consents").path("items"))
                .noneMatch(consent -> consent.path("used").asLong() > 2);
    }

    @Test
    void what_would_be_refused_is_refused_in_the_same_words() {
        String id = ana.lent(ben, "1.00", "EUR");
        Map<String, Object> tooMuch = Map.of("counterparty", ana.user(), "amount", "2.00", "currency", "EUR");
        Answer real = ben.api().post("ledger/settlements", tooMuch).expect(409);
        Answer tried = ben.api().post("ledger/settlements?dryRun=true", tooMuch).expect(409);
        assertThat(tried.json().path("owed")).isEqualTo(real.json().path("owed"));
        assertThat(tried.json().path("type")).isEqualTo(real.json().path("type"));
        Map<String, Object> taken =
                Map.of("id", id, "counterparty", ben.user(), "direction", "I_OWE", "amount", "1", "currency", "JPY");
        assertThat(ana.api().post("ledger/debts?dryRun=true", taken).status()).isEqualTo(409);
        assertThat(ana.api()
                        .post("ledger/debts/" + UUID.randomUUID() + "/accept?dryRun=true", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(ana.api()
                        .post("ledger/debts/" + id + "/reverse?dryRun=true", Map.of(), "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(ana.api()
                        .post("ledger/debts/" + id + "/reverse?dryRun=maybe", Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_key_that_was_only_tried_with_is_free() {
        Map<String, Object> body = Map.of(
                "counterparty", LedgerPerson.contact("Cem"), "direction", "I_OWE", "amount", "1", "currency", "JPY");
        ana.api()
                .post("ledger/debts?dryRun=true", body, "Idempotency-Key", "tried")
                .expect(200);
        ana.api().post("ledger/debts", body, "Idempotency-Key", "tried").expect(201);
    }

    private static void would(LedgerPerson person, String path, Map<String, Object> body, String status, int entries) {
        Answer answer =
                person.api().post("ledger/" + path + "?dryRun=true", body).expect(200);
        assertThat(answer.json().path("dryRun").asBoolean()).as(path).isTrue();
        assertThat(answer.json().path("status").asString()).as(path).isEqualTo(status);
        assertThat(answer.json().path("entries")).as(path).hasSize(entries);
    }

    private long events(String... aggregates) {
        Long count = database.queryForObject(
                "SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = ANY (?)", Long.class, (Object)
                        List.of(aggregates).toArray(new String[0]));
        return count == null ? 0 : count;
    }
}

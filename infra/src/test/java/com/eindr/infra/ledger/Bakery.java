package com.eindr.infra.ledger;

import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Ana and her friend Ben, whom she knew as a contact: as such he owes her 30.00 EUR, and she owes him 5.00 USD. */
record Bakery(LedgerPerson ana, LedgerPerson ben) {
    static final String PATH = "ledger/debt-moves";
    static final String NAME = "Ben from the bakery";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static Bakery of(ApiClient api) {
        Bakery bakery = new Bakery(LedgerPerson.named("Ana", api), LedgerPerson.named("Ben", api));
        bakery.ana.befriend(bakery.ben);
        bakery.lend("40.00", "note", "For the oven");
        bakery.ana.settle(LedgerPerson.contact(NAME), "10.00", "EUR").expect(201);
        bakery.ana.debt(LedgerPerson.contact(NAME), "I_OWE", "5.00", "USD").expect(201);
        return bakery;
    }

    String lend(String euros, Object... more) {
        return ana.lend(LedgerPerson.contact(NAME), euros, "EUR", more)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** Currencies are named, so that it does not depend on how far the balances that are shown have come. */
    Map<String, Object> body(LedgerPerson friend) {
        return Map.of("contactName", NAME, "userId", friend.id(), "currencies", List.of("EUR", "USD"));
    }

    Answer propose(LedgerPerson friend) {
        return ana.api().post(PATH, body(friend));
    }

    String proposed(LedgerPerson friend) {
        return propose(friend).expect(201).json().path("id").asString();
    }

    /** With the contact and with Ben, in both currencies. */
    List<String> balances() {
        return List.of(
                ana.balance(NAME, "EUR", ""),
                ana.balance(NAME, "USD", ""),
                ana.balance(ben, "EUR"),
                ana.balance(ben, "USD"));
    }

    static List<String> origins(JsonNode move) {
        return move.path("balances")
                .valueStream()
                .flatMap(balance -> balance.path("entries").valueStream())
                .map(entry -> entry.path("cause").asString() + " "
                        + entry.path("amount").asString())
                .toList();
    }

    /** The status, and which problem it is if it is one. */
    static String problem(Answer answer) {
        String type = answer.json().path("type").asString("");
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    static void awaitNotice(LedgerPerson person, String subject, String kind) {
        await().atMost(PATIENCE).until(() -> person.notices(subject).contains(kind));
    }
}

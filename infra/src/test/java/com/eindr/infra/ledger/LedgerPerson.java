package com.eindr.infra.ledger;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.shared.TimeOrderedUuid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who lends and borrows, of whom there is only one. */
record LedgerPerson(String id, ApiClient.Session api) {

    static LedgerPerson named(String name, ApiClient api) {
        String id = name + "-" + TimeOrderedUuid.next();
        LedgerPerson person = new LedgerPerson(id, api.as(id));
        person.api.patch("me", Map.of("displayName", name)).expect(200);
        return person;
    }

    void befriend(LedgerPerson other) {
        String request = api.post("friends/requests", Map.of("userId", other.id))
                .expect(201)
                .json()
                .path("id")
                .asString();
        other.api.post("friends/requests/" + request + "/accept", Map.of()).expect(200);
    }

    void permit(LedgerPerson friend, String permission) {
        api.put("friends/" + friend.id + "/permissions", Map.of("debts", permission))
                .expect(200);
    }

    Map<String, Object> user() {
        return Map.of("userId", id);
    }

    static Map<String, Object> contact(String name) {
        return Map.of("contactName", name);
    }

    /** The answer to a debt that the other owes this person. */
    Answer lend(Map<String, Object> counterparty, String amount, String currency, Object... more) {
        return debt(counterparty, "OWED_TO_ME", amount, currency, more);
    }

    Answer debt(Map<String, Object> counterparty, String direction, String amount, String currency, Object... more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("counterparty", counterparty, "direction", direction, "amount", amount, "currency", currency));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return api.post("ledger/debts", body);
    }

    /** A debt that the other has accepted. */
    String lent(LedgerPerson friend, String amount, String currency) {
        String id = lend(friend.user(), amount, currency)
                .expect(201)
                .json()
                .path("id")
                .asString();
        friend.api.post("ledger/debts/" + id + "/accept", Map.of()).expect(200);
        return id;
    }

    Answer settle(Map<String, Object> counterparty, String amount, String currency, Object... more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("counterparty", counterparty, "amount", amount, "currency", currency));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return api.post("ledger/settlements", body);
    }

    Answer answer(String path, String id, String how) {
        return api.post("ledger/" + path + "/" + id + "/" + how, Map.of());
    }

    /** As it is once everything written so far can be read. */
    JsonNode read(String path) {
        String token = api.patch("me", Map.of()).expect(200).header("Consistency-Token");
        return api.get(path, "Consistent-With", String.valueOf(token))
                .expect(200)
                .json();
    }

    List<JsonNode> items(String path) {
        return read(path).path("items").valueStream().toList();
    }

    /** Net, unconfirmed and disputed with one counterparty in one currency; empty where there never was anything. */
    String balance(String counterparty, String currency, String query) {
        return read("ledger/balances" + query)
                .path("balances")
                .valueStream()
                .filter(balance -> balance.path("currency").asString().equals(currency))
                .filter(balance -> balance.path("counterparty").toString().contains(counterparty))
                .map(balance -> balance.path("net").asString() + " "
                        + balance.path("unconfirmed").asString() + " "
                        + balance.path("disputed").asString())
                .findFirst()
                .orElse("");
    }

    String balance(LedgerPerson other, String currency) {
        return balance(other.id, currency, "");
    }

    List<String> notices(String subject) {
        return items("notifications?limit=100").stream()
                .filter(notice -> notice.path("subject").asString("").equals(subject))
                .map(notice -> notice.path("kind").asString())
                .toList();
    }
}

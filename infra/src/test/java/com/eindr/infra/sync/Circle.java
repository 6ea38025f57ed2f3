package com.eindr.infra.sync;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.shared.TimeOrderedUuid;
import java.util.List;
import java.util.Map;

/** Somebody and two friends of whom each owes the next. */
final class Circle {
    private static final String NETTINGS = "ledger/netting-proposals";

    private final List<String> ids;
    private final Session next;
    private final Session last;

    Circle(ApiClient api, String ownerId, Session owner) {
        ids = List.of(ownerId, "dan-" + TimeOrderedUuid.next(), "eve-" + TimeOrderedUuid.next());
        next = api.as(ids.get(1));
        last = api.as(ids.get(2));
        last.get("me").expect(200);
        befriend(next, ids.getFirst(), owner);
        befriend(last, ids.getFirst(), owner);
        befriend(next, ids.get(2), last);
        owes(owner, ids.getFirst(), next);
        owes(next, ids.get(1), last);
        owes(last, ids.get(2), owner);
    }

    Session next() {
        return next;
    }

    void propose(Session by) {
        by.post(NETTINGS, Map.of("parties", ids, "amount", "1.00", "currency", "EUR"));
    }

    void answerOthers(String netting, String how) {
        next.post(NETTINGS + "/" + netting + "/" + how, Map.of());
        last.post(NETTINGS + "/" + netting + "/" + how, Map.of());
    }

    private static void befriend(Session asking, String asked, Session answering) {
        String request = id(asking, "friends/requests", Map.of("userId", asked));
        answering.post("friends/requests/" + request + "/accept", Map.of()).expect(200);
    }

    private static void owes(Session debtor, String name, Session creditor) {
        Map<String, Object> lent = Map.of(
                "counterparty", Map.of("userId", name), "direction", "OWED_TO_ME", "amount", "9.00", "currency", "EUR");
        debtor.post("ledger/debts/" + id(creditor, "ledger/debts", lent) + "/accept", Map.of())
                .expect(200);
    }

    private static String id(Session by, String path, Object body) {
        return by.post(path, body).expect(201).json().path("id").asString();
    }
}

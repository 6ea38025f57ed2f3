package com.eindr.infra.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.shared.TimeOrderedUuid;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** Three friends of whom each owes the next 9.00 EUR, and all but one of whom have agreed that it be 4.00 less. */
final class NettedCircle {
    private static final String NETTINGS = "ledger/netting-proposals";
    private static final String BEFORE = "[-9.00, 9.00]";
    private static final String AFTER = "[-5.00, 5.00]";

    private final List<String> ids;
    private final String netting;
    private final AtomicBoolean acknowledged = new AtomicBoolean();

    NettedCircle(String name) {
        ids = List.of("ana-" + name, "ben-" + name, "cem-" + name);
        netting = TimeOrderedUuid.next().toString();
    }

    /** Comes to where one approval is left. */
    void agreeButOne(ApiClient api) {
        List<Session> people = ids.stream().map(api::as).toList();
        people.forEach(person -> person.get("me").expect(200));
        for (int i = 0; i < 3; i++) {
            Session creditor = people.get((i + 1) % 3);
            String request = id(creditor, "friends/requests", Map.of("userId", ids.get(i)));
            people.get(i)
                    .post("friends/requests/" + request + "/accept", Map.of())
                    .expect(200);
            String debt = id(
                    creditor,
                    "ledger/debts",
                    Map.of(
                            "counterparty",
                            Map.of("userId", ids.get(i)),
                            "direction",
                            "OWED_TO_ME",
                            "amount",
                            "9.00",
                            "currency",
                            "EUR"));
            people.get(i).post("ledger/debts/" + debt + "/accept", Map.of()).expect(200);
        }
        id(people.getFirst(), NETTINGS, Map.of("id", netting, "parties", ids, "amount", "4.00", "currency", "EUR"));
        people.get(1).post(NETTINGS + "/" + netting + "/approve", Map.of()).expect(200);
    }

    /** Gives the approval that was left, always under the same key; whether it was acknowledged. */
    boolean approveLast(ApiClient api) {
        try {
            Answer answer = api.as(ids.getLast())
                    .post(NETTINGS + "/" + netting + "/approve", Map.of(), "Idempotency-Key", "k-" + netting);
            if (answer.status() == 200) {
                acknowledged.set(true);
            }
            return answer.status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    boolean isAcknowledged() {
        return acknowledged.get();
    }

    /**
     * Whether it has taken effect, as all three see it: in the proposal, in both of their balances and in one entry a line.
     * Fails where they see it in part, and where it was acknowledged and is not so.
     */
    boolean isNettedWhole(ApiClient api) {
        List<String> seen = new ArrayList<>();
        for (String id : ids) {
            Session person = api.as(id);
            String token =
                    String.valueOf(person.patch("me", Map.of()).expect(200).header("Consistency-Token"));
            String status =
                    read(person, NETTINGS + "/" + netting, token).path("status").asString();
            List<String> balances = texts(read(person, "ledger/balances", token).path("balances"), "net");
            List<String> causes = texts(read(person, "ledger/statement", token).path("items"), "cause");
            seen.add(status + " " + balances + " "
                    + causes.stream().filter("NETTING"::equals).count());
        }
        String netted = "NETTED " + AFTER + " 2";
        assertThat(seen).as("what three people see of %s", netting).isIn(List.of(netted, netted, netted), open());
        boolean whole = seen.getFirst().equals(netted);
        assertThat(whole || !isAcknowledged()).as("acknowledged, so netted").isTrue();
        return whole;
    }

    private static List<String> open() {
        String open = "PROPOSED " + BEFORE + " 0";
        return List.of(open, open, open);
    }

    private static JsonNode read(Session person, String path, String token) {
        return person.get(path, "Consistent-With", token).expect(200).json();
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream()
                .map(item -> item.path(field).asString())
                .sorted()
                .toList();
    }

    private static String id(Session by, String path, Object body) {
        return by.post(path, body).expect(201).json().path("id").asString();
    }
}

package com.eindr.infra.ledger;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three friends of whom Ana owes Ben 50.00 EUR, Ben owes Cem 30.00 EUR, and Cem owes Ana 20.00 EUR. */
record DebtCircle(LedgerPerson ana, LedgerPerson ben, LedgerPerson cem) {
    private static final String PATH = "ledger/netting-proposals";

    static DebtCircle of(ApiClient api) {
        DebtCircle circle = strangers(api);
        circle.ana.befriend(circle.ben);
        circle.ben.befriend(circle.cem);
        circle.cem.befriend(circle.ana);
        circle.ben.lent(circle.ana, "50.00", "EUR");
        circle.cem.lent(circle.ben, "30.00", "EUR");
        circle.ana.lent(circle.cem, "20.00", "EUR");
        return circle;
    }

    /** Three who have nothing to do with each other yet. */
    static DebtCircle strangers(ApiClient api) {
        return new DebtCircle(
                LedgerPerson.named("Ana", api), LedgerPerson.named("Ben", api), LedgerPerson.named("Cem", api));
    }

    List<LedgerPerson> all() {
        return List.of(ana, ben, cem);
    }

    /** @param more names and values */
    Map<String, Object> body(Object... more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("parties", List.of(ana.id(), ben.id(), cem.id()), "currency", "EUR"));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    /** The answer to a proposal of one of them. */
    Answer propose(LedgerPerson by, Object... more) {
        return by.api().post(PATH, body(more));
    }

    /** The id of Ana's proposal to net 20.00 EUR. */
    String proposed() {
        return propose(ana).expect(201).json().path("id").asString();
    }

    static Answer answer(LedgerPerson by, String id, String how, String... headers) {
        return by.api().post(PATH + "/" + id + "/" + how, Map.of(), headers);
    }

    /** What Ana owes Ben, Ben owes Cem, and Cem owes Ana, each as the debtor reads it. */
    List<String> owes() {
        return List.of(owes(ana, ben), owes(ben, cem), owes(cem, ana));
    }

    private static String owes(LedgerPerson debtor, LedgerPerson creditor) {
        String net = debtor.balance(creditor, "EUR").split(" ", -1)[0];
        return net.startsWith("-") ? net.substring(1) : net.equals("0.00") ? net : "-" + net;
    }
}

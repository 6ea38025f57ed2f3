package com.eindr.infra.erasure;

import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ana, who has done everything that leaves a word of hers somewhere, and her friends Ben and Cem. */
record Leaver(Person ana, Person ben, Person cem, String lent, String borrowed, String settled) {

    /** By which Ana is reached: nowhere in clear at any time. */
    static final List<String> ADDRESSES = List.of("anastasia@example.org", "+4915112345678");

    /** What Ana is called, wrote, and is reached by. None of it stands in an id. */
    static final List<String> WORDS = List.of(
            "Anastasia",
            "anastasia@example.org",
            "+4915112345678",
            "telefon-von-ihr",
            "Zahnarzt",
            "Behandlung",
            "Tagebuch",
            "Kontaktina",
            "Mietanteil",
            "Einspruch",
            "Vorschlag",
            "Zettelchen",
            "Schwimmbad");

    static Leaver of(ApiClient api) {
        Person ana = Person.reachable("u", "anastasia@example.org", "+4915112345678", api);
        ana.api().patch("me", Map.of("displayName", "Anastasia")).expect(200);
        ana.read("me");
        Person ben = Person.named("Ben", api);
        Person cem = Person.named("Cem", api);
        ana.befriend(ben);
        ben.befriend(cem);
        cem.befriend(ana);
        ana.api()
                .post("me/devices", Map.of("fcmToken", "telefon-von-ihr", "platform", "ANDROID"))
                .expect(201);
        remind(ana, "Zahnarzt", "Behandlung");
        ana.api()
                .post("notes", Map.of("content", "Tagebuch", "source", "MANUAL"))
                .expect(201);
        made(ana, "ledger/debts", debt(Map.of("contactName", "Kontaktina"), "7.00", "Mietanteil"));
        String lent = made(ana, "ledger/debts", debt(user(ben), "50.00", "Mietanteil"));
        answer(ben, "debts", lent, "accept");
        String borrowed = made(ben, "ledger/debts", debt(user(ana), "20.00", "Konzertkarten"));
        answer(ana, "debts", borrowed, "accept");
        String denied = made(ben, "ledger/debts", debt(user(ana), "3.00", "Eis"));
        ana.api()
                .post("ledger/debts/" + denied + "/dispute", Map.of("reason", "Einspruch"))
                .expect(200);
        String settled =
                made(ben, "ledger/settlements", Map.of("counterparty", user(ana), "amount", "5.00", "currency", "EUR"));
        answer(ana, "settlements", settled, "confirm");
        answer(cem, "debts", made(ben, "ledger/debts", debt(user(cem), "30.00", "Fahrrad")), "accept");
        answer(ana, "debts", made(cem, "ledger/debts", debt(user(ana), "30.00", "Zelt")), "accept");
        return new Leaver(ana, ben, cem, lent, borrowed, settled);
    }

    /** What waits for somebody's answer; returns what is named in {@link Waiting}. */
    Waiting wait(Person dora) {
        String proposal = ana.remind(ben, "Vorschlag", "2036-12-01T09:00")
                .expect(201)
                .json()
                .path("id")
                .asString();
        ana.api()
                .post("friends/" + cem.id() + "/notes", Map.of("content", "Zettelchen"))
                .expect(201);
        String hers = ben.remind(ana, "Komm mit", "2036-12-01T09:00")
                .expect(201)
                .json()
                .path("id")
                .asString();
        ana.ask(dora);
        String claim = made(ana, "ledger/debts", debt(user(ben), "9.00", "Schwimmbad"));
        String payment =
                made(ana, "ledger/settlements", Map.of("counterparty", user(cem), "amount", "1.00", "currency", "EUR"));
        String circle = made(
                ana,
                "ledger/netting-proposals",
                Map.of("parties", List.of(ana.id(), cem.id(), ben.id()), "currency", "EUR", "amount", "2.00"));
        String move = made(ana, "ledger/debt-moves", Map.of("contactName", "Kontaktina", "userId", ben.id()));
        return new Waiting(proposal, hers, claim, payment, circle, move);
    }

    /**
     * Ids.
     *
     * @param proposal of Ana's to Ben
     * @param hers of Ben's to Ana
     * @param claim a debt that Ana says Ben has
     * @param payment that Ana says she made to Cem
     * @param circle that Ana wants to net
     * @param move of what she has noted down of a contact, who is Ben, she says
     */
    record Waiting(String proposal, String hers, String claim, String payment, String circle, String move) {}

    static String remind(Person who, String title, String notes) {
        Map<String, Object> reminder =
                Map.of("title", title, "notes", notes, "start", "2036-12-01T09:00", "timeZone", "UTC");
        return made(who, "reminders", reminder);
    }

    private static String made(Person who, String path, Object body) {
        return who.api().post(path, body).expect(201).json().path("id").asString();
    }

    private static void answer(Person who, String kind, String id, String how) {
        who.api().post("ledger/" + kind + "/" + id + "/" + how, Map.of()).expect(200);
    }

    private static Map<String, Object> user(Person person) {
        return Map.of("userId", person.id());
    }

    private static Map<String, Object> debt(Map<String, Object> counterparty, String amount, String note) {
        return new HashMap<>(Map.of(
                "counterparty",
                counterparty,
                "direction",
                "OWED_TO_ME",
                "amount",
                amount,
                "currency",
                "EUR",
                "note",
                note));
    }
}

package com.eindr.infra.replay;

import com.eindr.account.Plan;
import com.eindr.infra.habits.Regular;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import java.util.List;
import java.util.Map;

/**
 * What people do with each other, done over HTTP, so that what they leave in the log is what really is there: friendships
 * that begin and end, what is proposed and what becomes of it, permissions, blocks, invitations, contacts, debts.
 */
public final class Acquaintances {
    private static final Map<String, String> REMINDER = Map.of("title", "Run", "start", "2036-01-07T09:00");

    private Acquaintances() {}

    public static void live(ApiClient api) {
        Session ana = api.reachableAt("ana", "ana@example.org", "+491700000901");
        api.putOn(Plan.PRO, "ana");
        Session ben = someone(api, "ben");
        Session cem = someone(api, "cem");
        ana.patch("me", Map.of("displayName", "Ana")).expect(200);
        ana.patch("me/preferences", Map.of("discoverable", true)).expect(200);
        ana.post("me/devices", Map.of("fcmToken", "token-of-ana", "platform", "IOS"))
                .expect(201);
        ana.post("friends/requests", Map.of("email", "nobody@example.org")).expect(201);
        befriend(ben, "ana", ana);
        befriend(ana, "cem", cem);
        propose(ana, ben);
        ben.patch("me", Map.of("displayName", "Ben")).expect(200);
        debts(ana, ben);
        befriend(ben, "cem", cem);
        nettings(ana, ben, cem);
        moves(ana, ben);
        new Regular(ana).suggested("Go swimming");
        cem.delete("friends/ana").expect(200);
        ana.put("blocks/cem", "").expect(200);
        ana.delete("blocks/cem").expect(200);
        ana.put("blocks/dan", "").expect(200);
        cem.post("friends/requests", Map.of("userId", "ana")).expect(201);
    }

    private static Session someone(ApiClient api, String name) {
        api.putOn(Plan.PRO, name);
        return api.as(name);
    }

    private static void befriend(Session asking, String asked, Session answering) {
        String request = id(asking, "friends/requests", Map.of("userId", asked));
        answering.post("friends/requests/" + request + "/accept", Map.of()).expect(200);
    }

    /** One that is accepted, one that is declined, one that stays open, and one that needs no asking. */
    private static void propose(Session ana, Session ben) {
        String accepted = id(ben, "friends/ana/reminders", REMINDER);
        ana.post("proposals/" + accepted + "/accept", Map.of()).expect(200);
        String declined = id(ben, "friends/ana/notes", Map.of("content", "Milk"));
        ana.post("proposals/" + declined + "/decline", Map.of()).expect(200);
        id(ben, "friends/ana/reminders", REMINDER);
        ana.put("friends/ben/permissions", Map.of("notes", "ALLOW")).expect(200);
        id(ben, "friends/ana/notes", Map.of("content", "The key is under the mat"));
    }

    private static void debts(Session ana, Session ben) {
        Map<String, Object> lent = Map.of(
                "counterparty",
                Map.of("userId", "ben"),
                "direction",
                "OWED_TO_ME",
                "amount",
                "5000.00",
                "currency",
                "PKR");
        String accepted = id(ana, "ledger/debts", lent);
        ben.post("ledger/debts/" + accepted + "/accept", Map.of()).expect(200);
        String disputed = id(ana, "ledger/debts", lent);
        ben.post("ledger/debts/" + disputed + "/dispute", Map.of("reason", "It was less"))
                .expect(200);
        String settlement = id(
                ben,
                "ledger/settlements",
                Map.of("counterparty", Map.of("userId", "ana"), "amount", "2000.00", "currency", "PKR"));
        ana.post("ledger/settlements/" + settlement + "/confirm", Map.of()).expect(200);
    }

    /** One that takes effect, one that somebody does not want, and one that stays open. */
    private static void nettings(Session ana, Session ben, Session cem) {
        owes(ana, "ana", ben);
        owes(ben, "ben", cem);
        owes(cem, "cem", ana);
        Map<String, Object> circle =
                Map.of("parties", List.of("ana", "ben", "cem"), "amount", "4.00", "currency", "EUR");
        String netted = id(ana, "ledger/netting-proposals", circle);
        ben.post("ledger/netting-proposals/" + netted + "/approve", Map.of()).expect(200);
        cem.post("ledger/netting-proposals/" + netted + "/approve", Map.of()).expect(200);
        String rejected = id(ben, "ledger/netting-proposals", circle);
        cem.post("ledger/netting-proposals/" + rejected + "/reject", Map.of()).expect(200);
        id(cem, "ledger/netting-proposals", circle);
    }

    /** One that takes effect, one that is disputed, and one that stays open. */
    private static void moves(Session ana, Session ben) {
        for (String how : List.of("accept", "dispute", "")) {
            String name = "Ben, whom I " + how;
            Map<String, Object> lent = Map.of(
                    "counterparty",
                    Map.of("contactName", name),
                    "direction",
                    "OWED_TO_ME",
                    "amount",
                    "9.00",
                    "currency",
                    "EUR");
            id(ana, "ledger/debts", lent);
            String move = id(
                    ana,
                    "ledger/debt-moves",
                    Map.of("contactName", name, "userId", "ben", "currencies", List.of("EUR")));
            if (!how.isEmpty()) {
                ben.post("ledger/debt-moves/" + move + "/" + how, Map.of()).expect(200);
            }
        }
    }

    private static void owes(Session debtor, String name, Session creditor) {
        Map<String, Object> lent = Map.of(
                "counterparty", Map.of("userId", name), "direction", "OWED_TO_ME", "amount", "9.00", "currency", "EUR");
        String debt = id(creditor, "ledger/debts", lent);
        debtor.post("ledger/debts/" + debt + "/accept", Map.of()).expect(200);
    }

    private static String id(Session by, String path, Object body) {
        return by.post(path, body).expect(201).json().path("id").asString();
    }
}

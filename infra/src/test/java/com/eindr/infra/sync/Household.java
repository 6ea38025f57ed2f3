package com.eindr.infra.sync;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.shared.TimeOrderedUuid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Somebody with things of theirs, and two people who do things to them. */
final class Household {
    private final String id = "ana-" + TimeOrderedUuid.next();
    private final List<String> others = List.of("ben-" + TimeOrderedUuid.next(), "cem-" + TimeOrderedUuid.next());
    private final Session owner;
    private final List<Session> friends;
    private final Circle circle;

    Household(ApiClient api) {
        owner = api.as(id);
        friends = others.stream().map(api::as).toList();
        friends.forEach(friend -> friend.get("me").expect(200));
        String request = friends.getFirst()
                .post("friends/requests", Map.of("userId", id))
                .expect(201)
                .json()
                .path("id")
                .asString();
        owner.post("friends/requests/" + request + "/accept", Map.of()).expect(200);
        circle = new Circle(api, id, owner);
    }

    Session owner() {
        return owner;
    }

    /** Does something that may well be refused. Numbers choose among what there is. */
    void edit(int deed, int thing, String text) {
        int who = thing % others.size();
        Session friend = friends.get(who);
        String other = others.get(who);
        switch (deed) {
            case 0, 1 -> owner.post("reminders", reminder(thing, text));
            case 2 -> owner.patch("reminders/" + one("reminders", thing), Map.of("title", text));
            case 3 -> owner.delete("reminders/" + one("reminders", thing));
            case 4 -> owner.post("reminders/" + one("reminders", thing) + "/complete", Map.of());
            case 5 -> owner.post("reminders/" + one("reminders", thing) + "/snooze", Map.of("for", "PT20M"));
            case 6 -> owner.post("reminders/" + one("reminders", thing) + "/skip", Map.of());
            case 7, 8 -> owner.post("notes", Map.of("content", text));
            case 9 -> owner.patch("notes/" + one("notes", thing), Map.of("content", text));
            case 10 -> owner.delete("notes/" + one("notes", thing));
            case 11 -> owner.patch("me/preferences", Map.of("notificationSound", text));
            case 12 -> owner.patch("me", Map.of("displayName", text));
            case 13 -> owner.patch("me", Map.of("timeZone", thing % 2 == 0 ? "Asia/Karachi" : "Europe/Berlin"));
            case 14 -> owner.post("friends/requests", Map.of("userId", other));
            case 15 -> friend.post("friends/requests", Map.of("userId", id));
            case 16 -> owner.post("friends/requests/" + one("friends/requests", thing) + "/accept", Map.of());
            case 17 -> owner.post("friends/requests/" + one("friends/requests", thing) + "/decline", Map.of());
            case 18 -> owner.post("friends/requests/" + one("friends/requests", thing) + "/withdraw", Map.of());
            case 19 -> friend.patch("me", Map.of("displayName", text));
            case 20 ->
                owner.put("friends/" + other + "/permissions", Map.of("reminders", thing % 3 == 0 ? "ASK" : "ALLOW"));
            case 21, 22 -> friend.post("friends/" + id + "/reminders", reminder(thing, text));
            case 23 -> friend.post("friends/" + id + "/notes", Map.of("content", text));
            case 24 -> owner.post("proposals/" + one("proposals", thing) + "/accept", Map.of());
            case 25 -> owner.post("proposals/" + one("proposals", thing) + "/decline", Map.of());
            case 26 -> owner.post("notifications/" + one("notifications", thing) + "/read", Map.of());
            case 27 -> owner.put("blocks/" + other, "");
            case 28 -> owner.delete("blocks/" + other);
            case 29 -> owner.delete("friends/" + other);
            case 30 -> friend.delete("friends/" + id);
            case 31 -> owner.post("friends/requests", Map.of("email", "x" + thing + "@example.org"));
            case 32 -> owner.post("ledger/debts", debt(thing, other));
            case 33, 34 -> friend.post("ledger/debts", debt(thing, id));
            case 35, 36 -> owner.post("ledger/debts/" + one("ledger/debts", thing) + "/accept", Map.of());
            case 37 -> owner.post("ledger/debts/" + one("ledger/debts", thing) + "/dispute", Map.of("reason", text));
            case 38 -> owner.post("ledger/debts/" + one("ledger/debts", thing) + "/reverse", Map.of("reason", text));
            case 39 -> friend.post("ledger/debts/" + one("ledger/debts", thing) + "/reverse", Map.of("reason", text));
            case 40 -> owner.post("ledger/settlements", settlement(thing, other));
            case 41 -> friend.post("ledger/settlements", settlement(thing, id));
            case 42 -> owner.post("ledger/settlements/" + one("ledger/settlements", thing) + "/confirm", Map.of());
            case 43 -> friend.post("ledger/settlements/" + one("ledger/settlements", thing) + "/reject", Map.of());
            case 44 -> circle.propose(owner);
            case 45 -> circle.propose(circle.next());
            case 46 ->
                circle.answerOthers(one("ledger/netting-proposals", thing), thing % 5 == 0 ? "reject" : "approve");
            case 47 ->
                owner.post("ledger/netting-proposals/" + one("ledger/netting-proposals", thing) + "/approve", Map.of());
            case 48 ->
                owner.post("ledger/netting-proposals/" + one("ledger/netting-proposals", thing) + "/reject", Map.of());
            case 49 ->
                owner.post(
                        "ledger/netting-proposals/" + one("ledger/netting-proposals", thing) + "/withdraw", Map.of());
            case 50 -> owner.post("ledger/debts", note(thing, text));
            case 51 -> friend.post("ledger/debts", note(thing, "the butcher"));
            case 52 -> owner.post("ledger/debt-moves", move(text, other));
            case 53 -> friend.post("ledger/debt-moves", move("the butcher", id));
            case 54 -> owner.post("ledger/debt-moves/" + one("ledger/debt-moves", thing) + "/accept", Map.of());
            case 55 ->
                owner.post("ledger/debt-moves/" + one("ledger/debt-moves", thing) + "/dispute", Map.of("reason", text));
            case 56 ->
                (thing % 2 == 0 ? owner : friend)
                        .post("ledger/debt-moves/" + one("ledger/debt-moves", thing) + "/withdraw", Map.of());
            case 57 -> owner.post("reminders/" + one("reminders", thing) + "/reinstate", "");
            case 58 -> owner.post("reminders/" + one("reminders", thing) + "/reopen", Map.of());
            case 59 -> owner.post("reminders/" + one("reminders", thing) + "/unsnooze", Map.of());
            case 60 -> owner.post("ledger/settlements/" + one("ledger/settlements", thing) + "/reverse", Map.of());
            default -> throw new IllegalArgumentException("no such deed: " + deed);
        }
    }

    /** How many deeds there are. */
    static int deeds() {
        return 61;
    }

    /** What the lists say, by what it is and its id; everything that was written so far. */
    Map<String, JsonNode> listed(String token) {
        Map<String, JsonNode> all = new TreeMap<>();
        collect(all, "reminder", "id", "reminders", token);
        collect(all, "notification", "id", "notifications", token);
        collect(all, "note", "id", "notes", token);
        collect(all, "proposal", "id", "proposals", token);
        collect(all, "friend", "userId", "friends", token);
        collect(all, "friend-request", "id", "friends/requests", token);
        collect(all, "block", "userId", "blocks", token);
        collect(all, "debt", "id", "ledger/debts", token);
        collect(all, "settlement", "id", "ledger/settlements", token);
        collect(all, "netting", "id", "ledger/netting-proposals", token);
        collect(all, "debt-move", "id", "ledger/debt-moves", token);
        all.put("profile", owner.get("me", "Consistent-With", token).expect(200).json());
        all.put(
                "preferences",
                owner.get("me/preferences", "Consistent-With", token)
                        .expect(200)
                        .json());
        all.values().removeIf(item -> item.path("status").asString("").equals("CANCELLED"));
        return all;
    }

    private void collect(Map<String, JsonNode> all, String type, String idOf, String path, String token) {
        String cursor = "";
        do {
            Answer answer = owner.get(path + "?limit=7" + cursor, "Consistent-With", token)
                    .expect(200);
            answer.json()
                    .path("items")
                    .forEach(item -> all.put(Device.key(type, item.path(idOf).asString()), Device.known(type, item)));
            cursor = answer.json().path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + answer.json().path("nextCursor").asString();
        } while (!cursor.isEmpty());
    }

    private String one(String path, int number) {
        JsonNode items = owner.get(path + "?limit=100").expect(200).json().path("items");
        return items.isEmpty()
                ? TimeOrderedUuid.next().toString()
                : items.path(number % items.size()).path("id").asString();
    }

    private static Map<String, Object> debt(int number, String with) {
        return Map.of(
                "counterparty",
                Map.of("userId", with),
                "direction",
                number % 2 == 0 ? "OWED_TO_ME" : "I_OWE",
                "amount",
                number + 1 + ".00",
                "currency",
                "PKR");
    }

    private static Map<String, Object> note(int number, String contact) {
        return Map.of(
                "counterparty",
                Map.of("contactName", contact),
                "direction",
                number % 2 == 0 ? "OWED_TO_ME" : "I_OWE",
                "amount",
                number + 1 + ".00",
                "currency",
                "PKR");
    }

    private static Map<String, Object> move(String contact, String to) {
        return Map.of("contactName", contact, "userId", to, "currencies", List.of("PKR"));
    }

    private static Map<String, Object> settlement(int number, String with) {
        return Map.of("counterparty", Map.of("userId", with), "amount", number + 1 + ".00", "currency", "PKR");
    }

    private static Map<String, String> reminder(int number, String title) {
        return number % 2 == 0
                ? Map.of("title", title, "start", "2036-01-07T09:00", "recurrence", "FREQ=DAILY", "timing", "FLOATING")
                : Map.of("title", title, "start", "2036-01-07T09:00");
    }
}

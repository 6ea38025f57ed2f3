package com.eindr.infra.stream;

import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.ApiClient;
import com.eindr.shared.TimeOrderedUuid;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Two people do whatever people do here, in words that stand nowhere else. */
final class Everything {
    private final ApiClient api;
    private final Set<String> secrets = new LinkedHashSet<>();

    private Everything(ApiClient api) {
        this.api = api;
    }

    /** @return what none but they may know: their words, names, addresses, zones, and every id */
    static Set<String> happens(ApiClient api) {
        return new Everything(api).play();
    }

    private Set<String> play() {
        String mark = TimeOrderedUuid.next().toString();
        String phone = "+4917" + Long.toString(Math.floorMod(mark.hashCode(), 90_000_000L) + 10_000_000L);
        Person zoe = Person.reachable("Zoe", secret("zoe-" + mark + "@example.org"), secret(phone), api);
        Person yan = Person.named("Yan", api);
        secrets.add(zoe.id());
        secrets.add(yan.id());
        zoe.api()
                .patch(
                        "me",
                        Map.of(
                                "displayName",
                                secret("Zoe the Zebra"),
                                "timeZone",
                                secret("Pacific/Pitcairn"),
                                "language",
                                "pap-x-" + secret("zebulon")))
                .status();
        zoe.api()
                .patch("me", Map.of("displayName", "Zoe the Zebra", "timeZone", "Pacific/Pitcairn"))
                .expect(200);
        zoe.api()
                .patch("me/preferences", Map.of("notificationSound", secret("zebra-song")))
                .expect(200);
        zoe.api()
                .post("me/devices", Map.of("fcmToken", secret("fcm-" + mark), "platform", "IOS"))
                .expect(201);
        zoe.befriend(yan);
        zoe.permit(yan, "reminders", "ASK");
        zoe.permit(yan, "debts", "ASK");
        yan.api()
                .post("friends/requests", Map.of("email", secret("somebody@zebra.example")))
                .expect(201);
        reminders(zoe);
        String note = created(zoe, "notes", Map.of("content", secret("the zebra is striped"), "language", "en"));
        zoe.api()
                .patch("notes/" + note, Map.of("content", secret("the zebra is not striped")))
                .expect(200);
        created(
                yan,
                "friends/" + zoe.id() + "/reminders",
                Map.of("title", secret("Feed the zebra"), "start", "2036-12-01T09:00:00"));
        created(yan, "friends/" + zoe.id() + "/notes", Map.of("content", secret("zebras eat grass")));
        debts(zoe, yan);
        return secrets;
    }

    private void reminders(Person zoe) {
        String reminder = created(
                zoe,
                "reminders",
                Map.of(
                        "title",
                        secret("Wash the zebra"),
                        "notes",
                        secret("with soap for zebras"),
                        "start",
                        "2036-12-01T09:00:00",
                        "recurrence",
                        "FREQ=WEEKLY;" + secret("BYDAY=MO,TU"),
                        "nagEvery",
                        "PT10M"));
        zoe.api()
                .patch("reminders/" + reminder, Map.of("title", secret("Brush the zebra")))
                .expect(200);
        zoe.api().post("reminders/" + reminder + "/skip", Map.of()).expect(200);
        zoe.api().delete("reminders/" + reminder).expect(200);
    }

    private void debts(Person zoe, Person yan) {
        Map<String, Object> friend = Map.of("userId", zoe.id());
        String debt = created(yan, "ledger/debts", owed(friend, secret("for zebra food")));
        zoe.api()
                .post("ledger/debts/" + debt + "/dispute", Map.of("reason", secret("no zebra ate that")))
                .expect(200);
        yan.api()
                .post("ledger/debts/" + debt + "/reverse", Map.of("reason", secret("a horse it was")))
                .expect(200);
        Map<String, Object> contact = Map.of("contactName", secret("Zebedee from the zoo"));
        created(yan, "ledger/debts", owed(contact, "for zebra food"));
        created(yan, "ledger/settlements", Map.of("counterparty", contact, "amount", "1.00", "currency", "EUR"));
    }

    private static Map<String, Object> owed(Map<String, Object> counterparty, String note) {
        return Map.of(
                "counterparty",
                counterparty,
                "direction",
                "OWED_TO_ME",
                "amount",
                "5.00",
                "currency",
                "EUR",
                "note",
                note);
    }

    private String created(Person by, String path, Map<String, Object> body) {
        return secret(by.api().post(path, body).expect(201).json().path("id").asString());
    }

    private String secret(String text) {
        secrets.add(text);
        return text;
    }
}

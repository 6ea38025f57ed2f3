package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.delete;
import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.patch;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.List;
import java.util.Map;

/** Reminders, their occurrences and the agenda. */
final class ReminderScene implements Scene {
    private static final String REMINDERS = "/api/v1/reminders";
    private static final String REMINDER = REMINDERS + "/{id}";

    private final Subject read = Subject.thing(ReminderScene::set);

    @Override
    public List<Operation> operations() {
        return List.of(
                post(REMINDERS).sending(call -> reminder(call.word())),
                post(REMINDERS + "/bulk").sending(call -> Map.of("items", List.of(reminder(call.word())))),
                post(REMINDERS + "/preview").sending(call -> reminder(call.word())),
                get(REMINDERS),
                get(REMINDERS + "/today"),
                get(REMINDERS + "/week"),
                get(REMINDERS + "/upcoming"),
                get(REMINDER).about(read),
                get(REMINDER + "/occurrences").about(read),
                get(REMINDER + "/history").about(read),
                patch(REMINDER).about(aReminder()).sending(call -> Map.of("title", call.word() + "!")),
                post(REMINDER + "/complete").about(aReminder()),
                post(REMINDER + "/skip").about(aReminder()),
                post(REMINDER + "/snooze").about(aReminder()).sending(call -> Map.of("for", "PT10M")),
                post(REMINDER + "/move").about(aReminder()).sending(call -> Map.of("start", "2036-12-01T10:00:00")),
                delete(REMINDER).about(aReminder()),
                post(REMINDER + "/reinstate").about(Subject.thing(ReminderScene::cancelled)),
                post(REMINDER + "/reopen").about(Subject.thing(owner -> done(owner, "complete", Map.of()))),
                post(REMINDER + "/unsnooze")
                        .about(Subject.thing(owner -> done(owner, "snooze", Map.of("for", "PT10M")))),
                post(REMINDERS + "/bulk-cancel")
                        .about(aReminder())
                        .sending(call -> Map.of("ids", List.of(call.subject()))));
    }

    private static Subject aReminder() {
        return Subject.thing(ReminderScene::set);
    }

    private static String cancelled(Person owner) {
        String id = set(owner);
        owner.api().delete(REMINDERS + "/" + id).expect(200);
        return id;
    }

    private static String done(Person owner, String what, Map<String, String> how) {
        String id = set(owner);
        owner.api().post(REMINDERS + "/" + id + "/" + what, how).expect(200);
        return id;
    }

    static String set(Person owner) {
        return owner.api()
                .post(REMINDERS, reminder(Cast.wordOf(owner)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, Object> reminder(String title) {
        return Map.of("title", title, "start", "2036-12-01T09:00:00", "timeZone", "UTC", "recurrence", "FREQ=DAILY");
    }
}

package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What friends who owe each other in a circle agree to owe less. */
final class NettingScene implements Scene {
    private static final String NETTINGS = "/api/v1/ledger/netting-proposals";
    private static final String DEBTS = "/api/v1/ledger/debts";

    private final Cast cast;
    private final Map<String, List<Person>> circles = new HashMap<>();

    NettingScene(Cast cast) {
        this.cast = cast;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                post(NETTINGS)
                        .about(Subject.counterpart())
                        .sending(call -> body(List.of(idOf(call.caller()), call.subject(), friendOf(call.caller())))),
                get(NETTINGS),
                get(NETTINGS + "/{id}").about(Subject.thing(owner -> proposedBy(0, owner))),
                post(NETTINGS + "/{id}/approve").about(Subject.thing(owner -> proposedBy(1, owner))),
                post(NETTINGS + "/{id}/reject").about(Subject.thing(owner -> proposedBy(1, owner))),
                post(NETTINGS + "/{id}/withdraw").about(Subject.thing(owner -> proposedBy(0, owner))));
    }

    /** By somebody in a circle of the owner's; the owner is the first. */
    private String proposedBy(int place, Person owner) {
        List<Person> circle = circles.computeIfAbsent(owner.id(), id -> circleOf(owner));
        return made(
                circle.get(place),
                NETTINGS,
                body(circle.stream().map(Person::id).toList()));
    }

    /** Each owes the next. */
    private List<Person> circleOf(Person owner) {
        Person next = cast.friendOf(owner);
        Person last = cast.friendOf(owner);
        next.befriend(last);
        owes(owner, next);
        owes(next, last);
        owes(last, owner);
        return List.of(owner, next, last);
    }

    private static void owes(Person debtor, Person creditor) {
        String debt = made(
                creditor,
                DEBTS,
                Map.of(
                        "counterparty",
                        Map.of("userId", debtor.id()),
                        "direction",
                        "OWED_TO_ME",
                        "amount",
                        "9.00",
                        "currency",
                        "EUR"));
        debtor.api().post(DEBTS + "/" + debt + "/accept", Map.of()).expect(200);
    }

    private String idOf(Onlooker caller) {
        return caller == Onlooker.ANONYMOUS ? "nobody" : cast.person(caller).id();
    }

    /** Somebody else in the circle whom the caller may name. */
    private String friendOf(Onlooker caller) {
        if (caller == Onlooker.ANONYMOUS) {
            return "somebody";
        }
        Person person = cast.person(caller);
        return caller.hasThings()
                ? circles.get(person.id()).getLast().id()
                : cast.friendOf(person).id();
    }

    private static String made(Person by, String path, Object body) {
        return by.api().post(path, body).expect(201).json().path("id").asString();
    }

    private static Map<String, Object> body(List<String> parties) {
        return Map.of("parties", parties, "amount", "1.00", "currency", "EUR");
    }
}

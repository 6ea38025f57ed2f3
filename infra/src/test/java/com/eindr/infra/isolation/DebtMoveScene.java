package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.List;
import java.util.Map;

/** What was owed with a mere contact, once the contact is a friend. */
final class DebtMoveScene implements Scene {
    private static final String MOVES = "/api/v1/ledger/debt-moves";
    private static final String DEBTS = "/api/v1/ledger/debts";

    private final Cast cast;

    DebtMoveScene(Cast cast) {
        this.cast = cast;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                post(MOVES).about(Subject.counterpart()).sending(call -> body(call.word(), call.subject())),
                get(MOVES),
                get(MOVES + "/{id}").about(Subject.thing(this::proposedBy)),
                post(MOVES + "/{id}/accept").about(Subject.thing(this::proposedTo)),
                post(MOVES + "/{id}/dispute").about(Subject.thing(this::proposedTo)),
                post(MOVES + "/{id}/withdraw").about(Subject.thing(this::proposedBy)));
    }

    /** To a friend, of a contact whom only the owner knows. */
    private String proposedBy(Person owner) {
        return move(owner, Cast.wordOf(owner), cast.friendOf(owner));
    }

    /** By a friend, of a contact whom only the friend knows. */
    private String proposedTo(Person owner) {
        return move(cast.friendOf(owner), "The butcher", owner);
    }

    private static String move(Person by, String contact, Person friend) {
        made(
                by,
                DEBTS,
                Map.of(
                        "counterparty",
                        Map.of("contactName", contact),
                        "direction",
                        "OWED_TO_ME",
                        "amount",
                        "5.00",
                        "currency",
                        "EUR"));
        return made(by, MOVES, body(contact, friend.id()));
    }

    private static String made(Person by, String path, Object body) {
        return by.api().post(path, body).expect(201).json().path("id").asString();
    }

    private static Map<String, Object> body(String contact, String friend) {
        return Map.of("contactName", contact, "userId", friend, "currencies", List.of("EUR"));
    }
}

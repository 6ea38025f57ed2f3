package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.List;
import java.util.Map;

/** Who owes whom. */
final class LedgerScene implements Scene {
    private static final String LEDGER = "/api/v1/ledger";
    private static final String DEBTS = LEDGER + "/debts";
    private static final String SETTLEMENTS = LEDGER + "/settlements";

    private final Cast cast;
    private final Subject debt = Subject.thing(LedgerScene::lent);
    private final Subject settlement = Subject.thing(this::paidTo);

    LedgerScene(Cast cast) {
        this.cast = cast;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                post(DEBTS)
                        .about(Subject.counterpart())
                        .sending(call -> debt(Map.of("userId", call.subject()), call.word())),
                get(DEBTS),
                get(DEBTS + "/{id}").about(debt),
                post(DEBTS + "/{id}/accept").about(Subject.thing(this::recordedFor)),
                post(DEBTS + "/{id}/dispute").about(Subject.thing(this::recordedFor)),
                post(DEBTS + "/{id}/reverse").about(Subject.thing(LedgerScene::lent)),
                get(LEDGER + "/balances"),
                get(LEDGER + "/statement"),
                post(SETTLEMENTS)
                        .about(Subject.counterpart())
                        .sending(call -> settlement(Map.of("userId", call.subject()))),
                get(SETTLEMENTS),
                get(SETTLEMENTS + "/{id}").about(settlement),
                get(SETTLEMENTS + "/{id}/receipt").about(Subject.thing(LedgerScene::paidToContact)),
                post(SETTLEMENTS + "/{id}/confirm").about(Subject.thing(this::paidTo)),
                post(SETTLEMENTS + "/{id}/reject").about(Subject.thing(this::paidTo)),
                post(SETTLEMENTS + "/{id}/withdraw").about(Subject.thing(this::paidBy)),
                post(SETTLEMENTS + "/{id}/reverse").about(Subject.thing(LedgerScene::paidToContact)));
    }

    /** A debt of a contact whom only the owner knows. */
    private static String lent(Person owner) {
        return made(owner, DEBTS, debt(Map.of("contactName", Cast.wordOf(owner)), Cast.wordOf(owner)));
    }

    /** A debt that a friend says the owner has. */
    private String recordedFor(Person owner) {
        return recordedBy(cast.friendOf(owner), owner);
    }

    /** A payment to a contact, whom nobody asks. */
    private static String paidToContact(Person owner) {
        lent(owner);
        return made(owner, SETTLEMENTS, settlement(Map.of("contactName", Cast.wordOf(owner))));
    }

    /** A payment that a friend says was made. */
    private String paidTo(Person owner) {
        Person friend = creditorOf(owner);
        return made(friend, SETTLEMENTS, settlement(Map.of("userId", owner.id())));
    }

    /** A payment that the owner says was made. */
    private String paidBy(Person owner) {
        Person friend = creditorOf(owner);
        return made(owner, SETTLEMENTS, settlement(Map.of("userId", friend.id())));
    }

    private Person creditorOf(Person owner) {
        Person friend = cast.friendOf(owner);
        owner.api()
                .post(DEBTS + "/" + recordedBy(friend, owner) + "/accept", Map.of())
                .expect(200);
        return friend;
    }

    private static String recordedBy(Person friend, Person owner) {
        return made(friend, DEBTS, debt(Map.of("userId", owner.id()), Cast.wordOf(owner)));
    }

    private static String made(Person by, String path, Object body) {
        return by.api().post(path, body).expect(201).json().path("id").asString();
    }

    private static Map<String, Object> debt(Map<String, String> counterparty, String note) {
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

    private static Map<String, Object> settlement(Map<String, String> counterparty) {
        return Map.of("counterparty", counterparty, "amount", "1.00", "currency", "EUR");
    }
}

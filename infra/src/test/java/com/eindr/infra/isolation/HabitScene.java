package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.habits.Regular;
import java.util.List;

/** What is suggested to people. The titles mean nothing alike, so that each is a habit of its own. */
final class HabitScene implements Scene {
    private static final String SUGGESTIONS = "/api/v1/habits/suggestions";

    @Override
    public List<Operation> operations() {
        return List.of(
                get(SUGGESTIONS),
                post(SUGGESTIONS + "/{id}/accept")
                        .about(Subject.thing(owner -> new Regular(owner.api()).suggested("Practise the violin"))),
                post(SUGGESTIONS + "/{id}/dismiss")
                        .about(Subject.thing(owner -> new Regular(owner.api()).suggested("Water the tomatoes"))));
    }
}

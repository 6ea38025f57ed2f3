package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.List;
import java.util.Map;

/** What friends propose to each other. */
final class ProposalScene implements Scene {
    private static final String PROPOSALS = "/api/v1/proposals";

    private final Cast cast;
    private final Subject read = Subject.thing(this::proposedTo);

    ProposalScene(Cast cast) {
        this.cast = cast;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                post("/api/v1/friends/{userId}/reminders")
                        .about(Subject.counterpart())
                        .sending(call -> Map.of("title", call.word(), "start", "2036-12-01T09:00:00")),
                post("/api/v1/friends/{userId}/notes")
                        .about(Subject.counterpart())
                        .sending(call -> Map.of("content", call.word())),
                get(PROPOSALS),
                get(PROPOSALS + "/{id}").about(read),
                post(PROPOSALS + "/{id}/accept").about(Subject.thing(this::proposedTo)),
                post(PROPOSALS + "/{id}/decline").about(Subject.thing(this::proposedTo)));
    }

    /** A proposal that a friend who is none of the others has made to the owner. */
    private String proposedTo(Person owner) {
        return cast.friendOf(owner)
                .remind(owner, Cast.wordOf(owner), "2036-12-01T09:00:00")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }
}

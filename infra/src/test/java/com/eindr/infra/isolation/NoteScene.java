package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.delete;
import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.patch;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.List;
import java.util.Map;

/** Notes. */
final class NoteScene implements Scene {
    private static final String NOTES = "/api/v1/notes";

    @Override
    public List<Operation> operations() {
        return List.of(
                post(NOTES).sending(call -> Map.of("content", call.word())),
                get(NOTES),
                get(NOTES + "/{id}").about(Subject.thing(NoteScene::write)),
                patch(NOTES + "/{id}")
                        .about(Subject.thing(NoteScene::write))
                        .sending(call -> Map.of("content", call.word() + "!")),
                delete(NOTES + "/{id}").about(Subject.thing(NoteScene::write)));
    }

    static String write(Person owner) {
        return owner.api()
                .post(NOTES, Map.of("content", Cast.wordOf(owner), "language", "en"))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }
}

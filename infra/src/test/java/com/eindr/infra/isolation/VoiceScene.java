package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.delete;
import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;

import com.eindr.infra.friends.Person;
import java.util.List;
import java.util.Map;

/** What is said to Eindr. */
final class VoiceScene implements Scene {
    private static final String COMMANDS = "/api/v1/voice/commands";

    /** A name that is asked for by its sound: nobody's acquaintances but the speaker's may answer to it. */
    @Override
    public List<Operation> operations() {
        return List.of(
                post("/api/v1/voice/interpretations")
                        .sending(call -> Map.of("text", "Somebody owes me 5 euros", "language", "en")),
                get("/api/v1/voice/history"),
                delete("/api/v1/voice/history"),
                post(COMMANDS).sending(call -> Map.of("text", "note that " + call.word(), "language", "en")),
                post("/api/v1/voice/undo")
                        .about(Subject.thing(VoiceScene::said))
                        .sending(call -> Map.of("undoToken", call.subject())),
                // What is no recording; of what one says nothing is kept, and nothing of anybody is in the answer.
                post("/api/v1/voice/transcriptions").sending(call -> Map.of("audio", "hum")),
                post("/api/v1/voice/speech").sending(call -> Map.of("text", "Good morning.", "language", "en")),
                get("/api/v1/voice/voices"));
    }

    /** What takes back something that was said. */
    private static String said(Person owner) {
        return owner.api()
                .post(COMMANDS, Map.of("text", "note that " + Cast.wordOf(owner), "language", "en"))
                .expect(200)
                .json()
                .path("undoToken")
                .asString();
    }
}

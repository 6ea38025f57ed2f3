package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.delete;
import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;

import java.util.List;
import java.util.Map;

/** What is said to Eindr. */
final class VoiceScene implements Scene {

    /** A name that is asked for by its sound: nobody's acquaintances but the speaker's may answer to it. */
    @Override
    public List<Operation> operations() {
        return List.of(
                post("/api/v1/voice/interpretations")
                        .sending(call -> Map.of("text", "Somebody owes me 5 euros", "language", "en")),
                get("/api/v1/voice/history"),
                delete("/api/v1/voice/history"));
    }
}

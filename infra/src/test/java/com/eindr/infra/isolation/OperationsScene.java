package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.delete;
import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;
import static com.eindr.infra.isolation.Operation.put;

import java.util.List;
import java.util.Map;

/** What administrators do, and what there is for trying Eindr out. */
final class OperationsScene implements Scene {
    private static final String ADMIN = "/api/v1/admin";

    @Override
    public List<Operation> operations() {
        Subject user = Subject.freshCounterpart();
        return List.of(
                put(ADMIN + "/users/{id}/plan").about(user).sending(call -> Map.of("plan", "PRO")),
                put(ADMIN + "/users/{id}/flags/{flag}")
                        .about(user)
                        .with("flag", "some-flag")
                        .sending(call -> Map.of("on", true)),
                delete(ADMIN + "/users/{id}/flags/{flag}").about(user).with("flag", "some-flag"),
                get(ADMIN + "/projections"),
                post(ADMIN + "/projections/{name}/replay").with("name", "contacts"),
                get(ADMIN + "/projections/{name}/replay").with("name", "contacts"),
                get(ADMIN + "/dead-letters"),
                post(ADMIN + "/dead-letters/{group}/retry").with("group", "contacts"),
                post(ADMIN + "/stream/keys"),
                get("/api/v1/stream/events"),
                get("/api/v1/stream/schemas"),
                get("/api/v1/stream/schemas/{type}/{revision}")
                        .with("revision", "1")
                        .about(Subject.of(cast -> "NoteWritten")),
                post("/dev/tokens").sending(call -> Map.of("userId", "visitor")),
                post("/dev/seed"),
                get("/dev/hello"),
                get("/dev/pushes"));
    }
}

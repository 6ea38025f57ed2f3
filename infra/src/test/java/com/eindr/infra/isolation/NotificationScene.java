package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.friends.Person;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The inbox, the live stream and catching up. */
final class NotificationScene implements Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public List<Operation> operations() {
        return List.of(
                get("/api/v1/notifications"),
                get("/api/v1/notifications/unread-count"),
                post("/api/v1/notifications/{id}/read").about(Subject.thing(NotificationScene::notification)),
                get("/api/v1/sync"),
                get("/api/v1/live").streaming());
    }

    /** The first thing that both owners are told of is that somebody wants to be their friend. */
    private static String notification(Person owner) {
        List<JsonNode> told =
                await().atMost(PATIENCE).until(() -> owner.items("notifications"), items -> !items.isEmpty());
        return told.getFirst().path("id").asString();
    }
}

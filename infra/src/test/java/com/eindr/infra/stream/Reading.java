package com.eindr.infra.stream;

import com.eindr.infra.testing.ApiClient;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A consumer of the stream. */
record Reading(ApiClient.Session session) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Everything up to the end of the log, words about the stream included, as lines. */
    String lines(String query) {
        return session.get("stream/events" + query, "Accept", "application/x-ndjson")
                .expect(200)
                .body();
    }

    List<JsonNode> items(String query) {
        return lines(query).lines().map(JSON::readTree).toList();
    }

    /** Without the words about the stream. */
    List<JsonNode> events(String query) {
        return items(query).stream().filter(item -> item.has("data")).toList();
    }

    List<JsonNode> batch(String query) {
        return JSON.readTree(session.get("stream/events" + query, "Accept", "application/cloudevents-batch+json")
                        .expect(200)
                        .body())
                .valueStream()
                .toList();
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}

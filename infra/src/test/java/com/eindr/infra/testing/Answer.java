package com.eindr.infra.testing;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body, which has to be JSON. */
    public JsonNode json() {
        return MAPPER.readTree(body);
    }

    /** The first value of a header; null where it is absent. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The last part of a problem document's type. */
    public String problem() {
        String type = json().path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** This answer, if it is what was expected; otherwise a failure that shows it. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected status " + expected + " but was " + status + ": " + body);
        }
        return this;
    }
}

package com.eindr.infra.isolation;

import com.eindr.infra.testing.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an answer tells, without what differs from one request to the next and without what the caller said themselves. */
record Told(int status, String body, Map<String, String> headers) {
    /** They count the caller's own requests, name this one request, or say when it was. */
    private static final Set<String> OF_THE_REQUEST =
            Set.of("date", "ratelimit", "x-correlation-id", "content-length", "keep-alive", "connection");

    private static final String TOKEN = "consistency-token";

    /** @param said what the request named: the id of a thing or a person, or an address */
    static Told by(Answer answer, String said) {
        String body = answer.body().replaceAll("urn:eindr:request:[^\"]+", "");
        String made = body.startsWith("{") ? answer.json().path("id").asString("") : "";
        Map<String, String> headers = new TreeMap<>();
        for (var header : answer.headers().map().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OF_THE_REQUEST.contains(name)) {
                headers.put(
                        name,
                        name.equals(TOKEN)
                                ? "a token"
                                : without(made, said, header.getValue().toString()));
            }
        }
        return new Told(answer.status(), without(made, said, body), headers);
    }

    private static String without(String made, String said, String text) {
        String rest = text.replace(said, "<said>");
        return made.isEmpty() || made.equals(said) ? rest : rest.replace(made, "<made>");
    }
}

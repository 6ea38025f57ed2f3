package com.eindr.infra.isolation;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is called: what stands in its path and in its body.
 *
 * @param path as the description of the API writes it; its first variable is the subject, unless {@code filled} says
 *     otherwise
 * @param body null for none
 * @param endless whether the answer has no end
 */
record Operation(
        String method,
        String path,
        Subject subject,
        @Nullable Function<Call, Object> body,
        Map<String, String> filled,
        boolean endless) {

    private static final String QUERY = "?";

    /**
     * One request.
     *
     * @param subject what it names
     * @param word for what the caller writes; nobody else writes it
     */
    record Call(Onlooker caller, String subject, String word) {}

    static Operation get(String path) {
        return new Operation("GET", path, Subject.NONE, null, Map.of(), false);
    }

    static Operation post(String path) {
        return new Operation("POST", path, Subject.NONE, call -> Map.of(), Map.of(), false);
    }

    static Operation put(String path) {
        return new Operation("PUT", path, Subject.NONE, call -> Map.of(), Map.of(), false);
    }

    static Operation patch(String path) {
        return new Operation("PATCH", path, Subject.NONE, call -> Map.of(), Map.of(), false);
    }

    static Operation delete(String path) {
        return new Operation("DELETE", path, Subject.NONE, null, Map.of(), false);
    }

    /** What the request names. */
    Operation about(Subject other) {
        return new Operation(method, path, other, body, filled, endless);
    }

    /** The JSON that is sent. */
    Operation sending(Function<Call, Object> other) {
        return new Operation(method, path, subject, other, filled, endless);
    }

    /** The value of a variable of the path that is the same for everybody. */
    Operation with(String variable, String value) {
        return new Operation(method, path, subject, body, Map.of(variable, value), endless);
    }

    /** The part of the address behind the question mark. */
    Operation asking(String query) {
        return new Operation(method, path, subject, body, Map.of(QUERY, "?" + query), endless);
    }

    /** The answer is a stream that nobody waits for the end of. */
    Operation streaming() {
        return new Operation(method, path, subject, body, filled, true);
    }

    /** As the table calls it. */
    String endpoint() {
        return method + " " + path;
    }

    boolean namesSomething() {
        return !subject.equals(Subject.NONE);
    }

    Answer send(ApiClient.Session session, Call call) {
        String target = path;
        for (Map.Entry<String, String> variable : filled.entrySet()) {
            target = target.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        target += filled.getOrDefault(QUERY, "");
        target = target.replaceFirst("\\{\\w+}", call.subject());
        if (endless) {
            return session.begin(target);
        }
        if (body != null) {
            return session.send(method, target, body.apply(call));
        }
        return method.equals("DELETE") ? session.delete(target) : session.get(target);
    }
}

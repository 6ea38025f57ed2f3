package com.eindr.infra.search;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Writes things down and finds them by what they mean, once that is known. */
final class Seeker {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session api;
    private @Nullable String latest;

    Seeker(Session api) {
        this.api = api;
    }

    String note(String content) {
        return wrote(api.post("notes", Map.of("content", content)).expect(201));
    }

    String reminder(String title) {
        return wrote(api.post("reminders", Map.of("title", title, "start", "2036-01-07T09:00", "timeZone", "UTC"))
                .expect(201));
    }

    /** Remembers a write, so that whatever is asked afterwards has seen it; returns the id. */
    String wrote(Answer answer) {
        latest = answer.header("Consistency-Token");
        return answer.json().path("id").asString();
    }

    /** From now on this one has seen what the other has written. */
    void seesWhat(Seeker other) {
        other.search("anything");
        latest = other.latest;
    }

    Answer search(String words) {
        return get("search?q=" + encoded(words));
    }

    /** Once it can be told, which takes as long as the machine needs for it. */
    Answer get(String path) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> latest == null ? api.get(path) : api.get(path, "Consistent-With", latest),
                        answer -> answer.status() != 503)
                .expect(200);
    }

    List<String> found(String words) {
        return ids(search(words));
    }

    List<String> ids(Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package com.eindr.infra.resilience;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few people who create reminders as fast as they are answered, each under a key of its own, until the server goes away.
 * The title of a reminder is its key, so that the read model can be compared with what was ordered.
 */
final class Load {
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger keys = new AtomicInteger();

    /** Starts the people; they stop by themselves at the first request that is not answered. */
    List<Thread> start(ApiClient api, String user, int people) {
        ApiClient.Session session = api.as(user);
        AtomicBoolean away = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (!away.get()) {
                    String key = "key-" + keys.incrementAndGet();
                    try {
                        acknowledge(key, create(session, key));
                    } catch (UncheckedIOException e) {
                        unanswered.add(key);
                        away.set(true);
                    }
                }
            }));
        }
        return threads;
    }

    /** Sends again whatever was not answered, as a phone would. */
    void repeatUnanswered(ApiClient api, String user) {
        ApiClient.Session session = api.as(user);
        List<String> keysOfThose = List.copyOf(unanswered);
        unanswered.clear();
        keysOfThose.forEach(key -> acknowledge(key, create(session, key)));
    }

    /** The id of each reminder that was acknowledged, by its key. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    int count() {
        return acknowledged.size();
    }

    static Answer create(ApiClient.Session session, String key) {
        return session.post(
                "reminders",
                Map.of("title", key, "start", "2030-01-01T09:00:00", "timeZone", "Asia/Karachi"),
                "Idempotency-Key",
                key);
    }

    /** A refusal is no acknowledgement, and a server that is going away may refuse. */
    private void acknowledge(String key, Answer answer) {
        if (answer.status() == 201) {
            acknowledged.put(key, answer.json().path("id").asString());
        } else {
            unanswered.add(key);
        }
    }
}

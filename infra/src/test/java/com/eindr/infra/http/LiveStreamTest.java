package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The stream of a person's own changes, as a browser would read it. */
@EindrTest
class LiveStreamTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ApiClient api;

    @Autowired
    LiveStreamTest(ApiClient api) {
        this.api = api;
    }

    @Test
    void a_person_sees_their_own_changes_and_nobody_elses() {
        ApiClient.Session ana = api.as("ana");
        ana.get("me").expect(200);

        try (Watch watch = new Watch(ana.lines("live"))) {
            watch.awaitLine(": connected", ":connected");
            create(api.as("bea"), "not for Ana");
            create(ana, "for Ana");

            watch.awaitLine("event:reminder-created");
            assertThat(watch.text()).contains("for Ana").doesNotContain("not for Ana", "com.eindr");
        }
    }

    @Test
    void a_stream_is_resumed_after_the_last_event_seen() {
        ApiClient.Session cem = api.as("cem");
        cem.get("me").expect(200);
        String seen;
        try (Watch watch = new Watch(cem.lines("live"))) {
            watch.awaitLine(": connected", ":connected");
            create(cem, "one");
            watch.awaitLine("event:reminder-created");
            seen = watch.lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .substring(3);
        }
        create(cem, "two");
        create(cem, "three");

        try (Watch watch = new Watch(cem.lines("live", "Last-Event-ID", seen))) {
            await().atMost(SOON).until(() -> watch.text().contains("three"));
            assertThat(watch.text()).contains("two").doesNotContain("\"one\"");
        }
    }

    @Test
    void an_id_that_is_none_is_refused_and_so_is_one_stream_too_many() {
        ApiClient.Session dan = api.as("dan");
        assertThat(dan.get("live", "Last-Event-ID", "abc").expect(400).body()).contains("Last-Event-ID");

        List<Stream<String>> open =
                Stream.generate(() -> dan.lines("live")).limit(8).toList();
        try {
            assertThat(dan.get("live").expect(429).header("Retry-After")).isEqualTo("10");
        } finally {
            open.forEach(Stream::close);
        }
    }

    private static void create(ApiClient.Session who, String title) {
        who.post("reminders", "{\"title\":\"" + title + "\",\"start\":\"2036-12-01T09:00\"}")
                .expect(201);
    }

    /** Reads a stream in a thread of its own. */
    private static final class Watch implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Stream<String> stream;

        Watch(Stream<String> stream) {
            this.stream = stream;
            Thread.ofVirtual().start(() -> {
                try {
                    stream.forEach(lines::add);
                } catch (RuntimeException e) {
                    lines.add("ended: " + e);
                }
            });
        }

        void awaitLine(String... oneOf) {
            await().atMost(SOON).until(() -> Stream.of(oneOf).anyMatch(lines::contains));
        }

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}

package com.eindr.infra.voice;

import static com.eindr.infra.voice.ChatServer.calls;
import static com.eindr.infra.voice.ChatServer.cutsOffAfter;
import static com.eindr.infra.voice.ChatServer.fails;
import static com.eindr.infra.voice.ChatServer.says;
import static com.eindr.infra.voice.ChatServer.talksGarbage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Talk as it is streamed, and a model that is slow, cut off, broken or away. */
@EindrTest
class ConversationFailuresTest {
    private static final ChatServer MODEL = new ChatServer();
    private static final String PATH = "voice/commands";
    private static final String STREAM = "text/event-stream";

    private final ApiClient api;
    private final CircuitBreaker breaker;
    private final String name = "listener-" + UUID.randomUUID();
    private final Session speaker;

    @Autowired
    ConversationFailuresTest(ApiClient api, CircuitBreaker chatBreaker) {
        this.api = api;
        this.breaker = chatBreaker;
        this.speaker = api.as(name);
    }

    @DynamicPropertySource
    static void point_at_the_model(DynamicPropertyRegistry properties) {
        properties.add("eindr.chat.url", MODEL::url);
    }

    @AfterAll
    static void stop() {
        MODEL.close();
    }

    @BeforeEach
    void begin_anew() {
        breaker.reset();
        speaker.get("me").expect(200);
    }

    @Test
    void words_are_streamed_as_they_come_and_the_whole_at_the_end() {
        MODEL.when("whale", calls("note", Map.of("content", "whales")), says("Whales ", "sing."));

        List<String> lines = speaker.post(PATH, body("whale"), "Accept", STREAM)
                .expect(200)
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(lines.stream().filter(line -> line.startsWith("event:")))
                .containsExactly("event: intents", "event: delta", "event: delta", "event: end");
        assertThat(lines.get(1)).contains("note.create", "DONE");
        assertThat(lines.get(3)).isEqualTo("data: {\"text\":\"Whales \"}");
        assertThat(lines.getLast()).contains("Whales sing.", "undoToken");
    }

    @Test
    void a_command_is_streamed_too_and_what_is_invalid_is_a_problem() {
        assertThat(speaker.post(PATH, text("note that the milk is finished"), "Accept", STREAM)
                        .expect(200)
                        .body())
                .startsWith("event: end\n")
                .contains("note.create");
        assertThat(speaker.post(PATH, Map.of("text", 5), "Accept", STREAM)
                        .expect(400)
                        .problem())
                .isEqualTo("invalid-request");
    }

    /**
     * A call that goes on for as long as it may ends as well, and is a failure of the model's. On a machine on which nobody can
     * leave before that, it is tried again.
     */
    @Test
    void whoever_goes_away_ends_the_call() throws IOException, InterruptedException {
        CircuitBreaker.Metrics calls = breaker.getMetrics();
        for (int call = 1; call <= 4 && calls.getNumberOfSuccessfulCalls() == 0; call++) {
            int ended = call;
            leaveInTheMiddle();
            await().atMost(Duration.ofSeconds(60)).until(() -> calls.getNumberOfBufferedCalls() == ended);
        }

        assertThat(calls.getNumberOfSuccessfulCalls()).isEqualTo(1);
        assertThat(MODEL.abandoned().await(60, TimeUnit.SECONDS)).isTrue();
    }

    private void leaveInTheMiddle() throws IOException {
        CountDownLatch left = new CountDownLatch(1);
        MODEL.when("Niagara", MODEL.talksOnAfter(left));

        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address("/").getPort())) {
            ask(socket, "{\"text\":\"tell me a joke about Niagara\",\"language\":\"en\"}");
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.lines().anyMatch(line -> line.startsWith("event: delta")))
                    .isTrue();
        }
        left.countDown();
    }

    private void ask(Socket socket, String body) throws IOException {
        URI target = api.address("/api/v1/" + PATH);
        OutputStream out = socket.getOutputStream();
        String head = "POST " + target.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + api.token(name) + "\r\nAccept: " + STREAM
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Test
    void an_answer_that_is_cut_off_is_given_as_far_as_it_came() {
        MODEL.when("guillotine", cutsOffAfter("Off with"));

        assertThat(talk("guillotine").path("reply").asString()).startsWith("Off with");
    }

    @Test
    void garbage_errors_and_a_model_that_says_nothing_are_the_same_short_sentence() {
        MODEL.when("garbage", talksGarbage());
        MODEL.when("teapot", fails(418));
        MODEL.when("broken", fails(500));
        MODEL.when("mute", says(""));

        List<String> replies = Stream.of("garbage", "teapot", "broken", "mute")
                .map(about -> talk(about).path("reply").asString())
                .distinct()
                .toList();

        assertThat(replies).singleElement().asString().isNotBlank().doesNotContain("418", "html");
    }

    @Test
    void nobody_waits_for_ever_and_what_was_done_before_is_told() {
        MODEL.when("glacier", calls("note", Map.of("content", "glaciers are slow")), MODEL.hangs());
        long began = System.nanoTime();

        JsonNode answer = talk("glacier");

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isBetween(7L, 50L);
        assertThat(answer.path("intents").get(1).path("status").asString()).isEqualTo("DONE");
        assertThat(answer.path("reply").asString()).contains("glaciers are slow");
    }

    @Test
    void a_model_that_fails_again_and_again_is_left_alone_for_a_while_and_its_health_says_so() {
        MODEL.when("moody", fails(503));
        for (int i = 0; i < 5; i++) {
            talk("moody");
        }
        int asked = MODEL.about("moody").size();

        talk("moody");

        assertThat(MODEL.about("moody")).hasSize(asked);
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        JsonNode sick = health();
        assertThat(sick.path("status").asString()).isEqualTo("DOWN");
        speaker.get("/actuator/health/readiness").expect(200);

        breaker.reset();
        assertThat(health().path("status").asString()).isEqualTo("UP");
    }

    private JsonNode health() {
        return api.anonymous().get("/actuator/health").json().path("components").path("chat");
    }

    private JsonNode talk(String about) {
        return speaker.post(PATH, body(about)).expect(200).json();
    }

    private static Map<String, Object> body(String about) {
        return text("tell me a joke about a " + about);
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text, "language", "en", "timeZone", "UTC");
    }
}

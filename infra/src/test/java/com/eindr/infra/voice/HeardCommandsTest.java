package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A recording goes in, what it says is done, and the answer comes back as sound. */
@EindrTest
class HeardCommandsTest {
    private static final LocalServer WHISPER = new LocalServer();
    private static final String COMMANDS = "voice/commands";
    private static final byte[] WAVE = Waves.tone(Duration.ofSeconds(2));

    private final Speaker speaker;

    @Autowired
    HeardCommandsTest(ApiClient api) {
        this.speaker = Speaker.of(api);
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("eindr.whisper.url", () -> WHISPER.url() + "/v1/");
    }

    @BeforeEach
    void forget() {
        WHISPER.forget();
    }

    @AfterAll
    static void close() {
        WHISPER.close();
    }

    @Test
    void what_is_heard_is_done_and_the_reply_can_be_played() throws Exception {
        WHISPER.answers(200, Neighbours.spoken("Remind me to call the plumber tomorrow at 9 am.", "english"));

        Answer answer = speaker.session()
                .upload(COMMANDS, WAVE, Map.of("language", "en", "timeZone", "Asia/Karachi", "speak", "true"))
                .expect(200);

        JsonNode body = answer.json();
        String path = body.path("intents").get(0).path("resource").asString().replace("/api/v1/", "");
        JsonNode reminder = speaker.session()
                .get(path, "Consistent-With", answer.header("Consistency-Token"))
                .expect(200)
                .json();
        assertThat(reminder.path("title").asString()).isEqualTo("call the plumber");
        assertThat(reminder.path("start").asString()).endsWith("T09:00:00");
        assertThat(body.path("heard").path("duration").asString()).isEqualTo("PT2S");
        assertThat(body.path("reply").asString()).contains("call the plumber");
        JsonNode speech = body.path("speech");
        assertThat(speech.path("contentType").asString()).isEqualTo("audio/wav");
        Played played =
                Played.from(Base64.getDecoder().decode(speech.path("data").asString()));
        assertThat(played.length()).isGreaterThan(Duration.ofMillis(500));
        assertThat(played.peak()).isGreaterThan(1000);
    }

    @Test
    void the_same_recording_under_the_same_key_is_done_once() {
        WHISPER.answers(200, Neighbours.spoken("Remind me to pay the gardener tomorrow at 9 am.", "english"));

        Answer first = keyed("gardener-1");
        Answer second = keyed("gardener-1");

        assertThat(resource(second)).isEqualTo(resource(first));
        assertThat(speaker.session()
                        .get("reminders", "Consistent-With", second.header("Consistency-Token"))
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void what_is_invented_on_silence_does_nothing() {
        WHISPER.answers(200, Neighbours.verbose("Remind me to call Ana at nine.", "en", 0.95, -1.5, 1.1));

        Answer answer = speaker.session().upload(COMMANDS, WAVE, Map.of()).expect(400);

        assertThat(answer.problem()).isEqualTo("audio-silent");
        assertThat(speaker.reminders()).isEmpty();
    }

    @Test
    void a_language_in_which_nothing_is_understood_is_translated_and_said_to_be() {
        WHISPER.answersAs(exchange -> {
            boolean translates = exchange.getRequestURI().getPath().endsWith("/translations");
            String text = translates ? "Remind me to feed the fish tomorrow at 9 am." : "Herinner me eraan.";
            LocalServer.answer(
                    exchange,
                    200,
                    "application/json",
                    Neighbours.spoken(text, "dutch").getBytes(StandardCharsets.UTF_8));
        });

        JsonNode body =
                speaker.session().upload(COMMANDS, WAVE, Map.of()).expect(200).json();

        assertThat(body.path("heard").path("translatedFrom").asString()).isEqualTo("nl");
        assertThat(body.path("language").asString()).isEqualTo("en");
        assertThat(body.path("intents").get(0).path("slots").path("title").asString())
                .isEqualTo("feed the fish");
        assertThat(WHISPER.asked().getLast().path).endsWith("/translations");
    }

    @Test
    void what_is_wrong_with_the_request_is_told_before_anybody_listens() {
        assertField("timeZone", Map.of("timeZone", "Moon/Crater"));
        assertField("dryRun", Map.of("dryRun", "perhaps"));
        assertField("speak", Map.of("speak", "loud"));
        assertField("language", Map.of("language", "not_a_language"));
        assertThat(speaker.session()
                        .upload(COMMANDS, new byte[0], Map.of())
                        .expect(400)
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(WHISPER.asked()).isEmpty();
    }

    private void assertField(String field, Map<String, String> parts) {
        Answer answer = speaker.session().upload(COMMANDS, WAVE, parts).expect(400);

        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    private Answer keyed(String key) {
        return speaker.session()
                .upload(COMMANDS, WAVE, Map.of("timeZone", "Asia/Karachi"), "Idempotency-Key", key)
                .expect(200);
    }

    private static String resource(Answer answer) {
        return answer.json().path("intents").get(0).path("resource").asString();
    }
}

package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Sound in and sound out, over HTTP, with a server that listens and one that speaks. */
@EindrTest
class SpeechTest {
    private static final LocalServer WHISPER = new LocalServer();
    private static final LocalServer COQUI = new LocalServer();
    private static final String TRANSCRIPTIONS = "voice/transcriptions";
    private static final byte[] WAVE = Waves.tone(Duration.ofSeconds(1));
    private static final Map<String, String> ALONE = Map.of();

    private final ApiClient api;
    private final Session speaker;

    @Autowired
    SpeechTest(ApiClient api) {
        this.api = api;
        this.speaker = api.as("speaker-" + UUID.randomUUID());
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("eindr.whisper.url", () -> WHISPER.url() + "/v1/");
        registry.add("eindr.coqui.url", COQUI::url);
    }

    @BeforeEach
    void forget() {
        WHISPER.forget();
        COQUI.forget();
    }

    @AfterAll
    static void close() {
        WHISPER.close();
        COQUI.close();
    }

    @Test
    void what_is_said_is_written_down() {
        WHISPER.answers(200, Neighbours.spoken("Remind me to call Ana.", "english"));

        JsonNode answer = speaker.upload(TRANSCRIPTIONS, WAVE, Map.of("language", "en-GB"))
                .expect(200)
                .json();

        assertThat(answer.path("text").asString()).isEqualTo("Remind me to call Ana.");
        assertThat(answer.path("language").asString()).isEqualTo("en");
        assertThat(answer.path("duration").asString()).isEqualTo("PT1S");
        assertThat(answer.path("confidence").decimalValue()).isEqualTo("0.9");
        Form sent = new Form(
                WHISPER.asked().getFirst().header("Content-type"),
                WHISPER.asked().getFirst().body);
        assertThat(sent.parts.get("file").content).isEqualTo(WAVE);
        assertThat(sent.parts.get("language").text()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({
        "Remind me to call Ana., 0.95, -1.5, 1.1",
        "Thank you for watching!, 0.02, -0.2, 1.0",
        "' Untertitel der Amara.org-Community', 0.10, -0.3, 1.0",
        "la la la la la la la la, 0.01, -0.2, 9.0",
        "' ... ', 0.01, -0.2, 1.0"
    })
    void what_a_recogniser_makes_of_silence_is_not_taken_for_speech(
            String invented, double noSpeech, double likelihood, double repetition) {
        WHISPER.answers(200, Neighbours.verbose(invented, "en", noSpeech, likelihood, repetition));

        assertThat(text(WAVE)).isEmpty();
    }

    @Test
    void what_is_said_after_a_silence_is_kept() {
        WHISPER.answers(200, """
            {"text":"x","language":"en","segments":[
            {"text":" Thanks for watching.","no_speech_prob":0.3,"avg_logprob":-0.4},
            {"text":" Remind me","no_speech_prob":0.7,"avg_logprob":-0.4},
            {"text":" to eat.","no_speech_prob":0.1,"avg_logprob":-1.4}]}\
            """);

        assertThat(text(WAVE)).isEqualTo("Remind me to eat.");
    }

    @Test
    void what_nobody_needs_to_listen_to_is_refused_before_anybody_is_asked() {
        byte[] text = "remind me".getBytes(StandardCharsets.UTF_8);
        byte[] hour = Waves.silence(Duration.ofMinutes(20));

        assertRefused(new byte[0], 400, "invalid-request");
        assertRefused(Arrays.copyOf(WAVE, 30), 400, "invalid-request");
        assertRefused(Arrays.copyOf(WAVE, WAVE.length - 1), 400, "invalid-request");
        assertRefused(text, 415, "audio-not-supported");
        assertRefused(Waves.silence(Duration.ofSeconds(2)), 400, "audio-silent");
        assertRefused(hour, 413, "audio-too-long");
        assertRefused(Containers.flac(3600L * 16_000, 16_000), 413, "audio-too-long");
        assertThat(WHISPER.asked()).isEmpty();
    }

    @Test
    void a_recording_may_be_larger_than_other_bodies_but_not_endless() {
        WHISPER.answers(200, Neighbours.spoken("Long.", "en"));
        byte[] large = Arrays.copyOf(Containers.m4a(5000, 1000), 3 << 20);
        // What stands behind its last box is a box that goes on to the end.
        assertThat(text(large)).isEqualTo("Long.");

        Answer answer = speaker.upload(TRANSCRIPTIONS, new byte[(25 << 20) + 1], ALONE);
        assertThat(answer.expect(413).problem()).isEqualTo("content-too-large");
        answer = speaker.upload(TRANSCRIPTIONS, new byte[26 << 20], ALONE);
        assertThat(answer.expect(413).problem()).isEqualTo("content-too-large");
        assertThat(speaker.upload("voice/interpretations", new byte[2 << 20], ALONE)
                        .status())
                .isIn(413, 415);
        assertThat(speaker.upload("reminders", new byte[2 << 20], ALONE).status())
                .isIn(413, 415);
    }

    @Test
    void a_request_without_a_recording_is_told_what_is_missing() {
        Answer answer = speaker.post(
                TRANSCRIPTIONS,
                "--x\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nen\r\n--x--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=x");

        assertThat(answer.expect(400).json().path("errors").get(0).path("field").asString())
                .isEqualTo("audio");
        speaker.post(TRANSCRIPTIONS, "{}").expect(415);
        for (String body : List.of("", "--x", "--x\r\n\r\n", "garbage", "--x--")) {
            speaker.post(TRANSCRIPTIONS, body, "Content-Type", "multipart/form-data; boundary=x")
                    .expect(400);
        }
        speaker.post(TRANSCRIPTIONS, "garbage", "Content-Type", "multipart/form-data")
                .expect(400);
        Answer tag = speaker.upload(TRANSCRIPTIONS, WAVE, Map.of("language", "not_a_language"));
        assertThat(tag.expect(400).body()).contains("\"language\"");
    }

    @Test
    void a_server_that_fails_is_a_503_with_the_time_to_come_back() {
        WHISPER.answers(200, Neighbours.spoken("Fine.", "en"));
        assertThat(text(WAVE)).isEqualTo("Fine.");
        WHISPER.answers(200, "{\"text\":");

        Answer answer = speaker.upload(TRANSCRIPTIONS, WAVE, ALONE).expect(503);

        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.json().path("detail").asString()).contains("Text always works");
    }

    @Test
    void what_is_written_is_said_aloud() throws Exception {
        COQUI.answers(200, "audio/wav", WAVE);

        byte[] said = speaker.downloaded("voice/speech", Map.of("text", "Guten Morgen.", "language", "de"));

        assertThat(said).isEqualTo(WAVE);
        assertThat(Played.from(said).peak()).isGreaterThan(7000);
        assertThat(COQUI.asked().getFirst().query).contains("language_id=de");
        JsonNode voices = speaker.get("voice/voices").expect(200).json().path("items");
        assertThat(voices.valueStream().map(voice -> voice.path("language").asString()))
                .containsExactly("ar", "de", "en", "es", "fr", "hi", "pt", "tr");
    }

    @Test
    void the_health_page_shows_both() {
        JsonNode parts = api.anonymous().get("/actuator/health").json().path("components");

        assertThat(parts.path("whisper").path("status").asString()).isEqualTo("UP");
        assertThat(parts.path("coqui").path("status").asString()).isEqualTo("UP");
    }

    private void assertRefused(byte[] audio, int status, String problem) {
        Answer answer = speaker.upload(TRANSCRIPTIONS, audio, ALONE).expect(status);

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("audio");
    }

    private String text(byte[] audio) {
        return speaker.upload(TRANSCRIPTIONS, audio, ALONE)
                .expect(200)
                .json()
                .path("text")
                .asString();
    }
}

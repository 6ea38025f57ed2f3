package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eindr.infra.voice.LocalServer.Asked;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.RequestFailed;
import com.eindr.voice.web.speech.Transcript;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol of Whisper, byte for byte, and everything that a server may do instead of keeping to it. */
class WhisperTranscriberTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] WAVE = Waves.tone(Duration.ofSeconds(1));

    private final LocalServer server = new LocalServer();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        http.shutdownNow();
        server.close();
    }

    @Test
    void a_recording_is_sent_as_it_is_with_every_field_of_the_protocol() {
        server.answers(200, Neighbours.spoken("Call Ana.", "english"));

        Transcript transcript = whisper(PATIENCE).transcribe(Neighbours.recording(WAVE), "en");

        Asked asked = server.asked().getFirst();
        Form form = new Form(asked.header("Content-type"), asked.body);
        assertThat(asked.method + " " + asked.path).isEqualTo("POST /v1/audio/transcriptions");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer key");
        assertThat(asked.header("Content-length")).isEqualTo(Integer.toString(asked.body.length));
        assertThat(form.parts).containsOnlyKeys("model", "response_format", "temperature", "language", "file");
        assertThat(form.parts.get("model").text()).isEqualTo("small");
        assertThat(form.parts.get("response_format").text()).isEqualTo("verbose_json");
        assertThat(form.parts.get("temperature").text()).isEqualTo("0");
        assertThat(form.parts.get("language").text()).isEqualTo("en");
        assertThat(form.parts.get("file").content).isEqualTo(WAVE);
        assertThat(form.parts.get("file").fileName).isEqualTo("audio.wav");
        assertThat(form.parts.get("file").mediaType).isEqualTo("audio/wav");
        assertThat(transcript.language()).isEqualTo("en");
        assertThat(transcript.length()).isEqualTo(Duration.ofMillis(2350));
        assertThat(transcript.segments()).containsExactly(new Transcript.Segment(" Call Ana.", 1, 90, 110));
    }

    @Test
    void a_translation_is_asked_for_without_a_language() {
        server.answers(200, Neighbours.spoken("Good morning.", "english"));

        whisper(PATIENCE).translate(Neighbours.recording(WAVE));

        Asked asked = server.asked().getFirst();
        assertThat(asked.path).isEqualTo("/v1/audio/translations");
        assertThat(new Form(asked.header("Content-type"), asked.body).parts)
                .containsOnlyKeys("model", "response_format", "temperature", "file");
    }

    @ParameterizedTest
    @CsvSource({"english, en", "en, en", "German, de", "de-DE, de", "urdu, ur", "bengali, bn", "martian, und", "'', und"
    })
    void languages_are_named_in_many_ways(String told, String code) {
        server.answers(200, Neighbours.spoken("x", told));

        assertThat(whisper(PATIENCE)
                        .transcribe(Neighbours.recording(WAVE), null)
                        .language())
                .isEqualTo(code);
    }

    @Test
    void a_server_that_tells_less_is_understood_too() {
        server.answers(200, "{\"text\":\"Call Ana.\"}");

        Transcript transcript = whisper(PATIENCE).transcribe(Neighbours.recording(WAVE), null);

        assertThat(transcript)
                .isEqualTo(new Transcript(
                        "und", Duration.ZERO, List.of(new Transcript.Segment("Call Ana.", null, null, null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "null",
                "{}",
                "{\"text\":5}",
                "{\"text\":\"half",
                "{\"error\":{\"message\":\"overloaded\"}}"
            })
    void an_answer_that_is_none_is_an_outage(String garbage) {
        server.answers(200, "application/json", garbage.getBytes(StandardCharsets.UTF_8));

        assertAway(whisper(PATIENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"segments\":[1,null,{},{\"text\":1}]}",
                "{\"text\":\"a\",\"segments\":[{\"text\":\"a\",\"no_speech_prob\":\"x\",\"avg_logprob\":-1e308}]}",
                "{\"text\":\"a\",\"duration\":\"2.5\",\"language\":7,\"segments\":null}",
                "{\"text\":\"a\",\"duration\":-1e300,\"segments\":[{\"text\":\"a\",\"compression_ratio\":1e300}]}",
            })
    void an_odd_answer_is_read_as_far_as_it_goes(String odd) {
        server.answers(200, odd);

        assertThat(whisper(PATIENCE)
                        .transcribe(Neighbours.recording(WAVE), null)
                        .segments()
                        .size())
                .isBetween(0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 404, 422, 429, 500, 503})
    void an_error_of_the_server_is_an_outage(int status) {
        server.answers(status, "{\"detail\":\"no\"}");

        assertAway(whisper(PATIENCE));
    }

    @Test
    void what_the_server_cannot_decode_is_the_recordings_fault() {
        server.answers(400, "{\"error\":{\"message\":\"Invalid file format.\"}}");

        assertThatThrownBy(() -> whisper(PATIENCE).transcribe(Neighbours.recording(WAVE), null))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused ->
                                assertThat(refused.errors().getFirst().field()).isEqualTo("audio"));
    }

    @Test
    void an_answer_that_breaks_off_or_has_no_end_is_an_outage() {
        server.breaksOff("application/json", "{\"text\":\"Call".getBytes(StandardCharsets.UTF_8));
        assertAway(whisper(PATIENCE));

        server.answers(200, "application/json", new byte[5 << 20]);
        assertAway(whisper(PATIENCE));
    }

    @Test
    void nobody_waits_for_an_answer_that_does_not_come() {
        server.fallsSilent();

        assertAway(whisper(Duration.ofMillis(300)));
    }

    @Test
    void nobody_there_is_an_outage() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertAway(new WhisperTranscriber(Neighbours.remote(http, "http://127.0.0.1:" + port, PATIENCE), "small", ""));
    }

    @Test
    void a_server_that_fails_again_and_again_is_left_alone() {
        server.answers(500, "{}");
        WhisperTranscriber whisper = whisper(PATIENCE);
        for (int i = 0; i < 3; i++) {
            assertAway(whisper);
        }

        RequestFailed failure = assertAway(whisper);

        assertThat(server.asked()).hasSize(3);
        assertThat(failure.problem().headers().getFirst("Retry-After")).isEqualTo("600");
    }

    private RequestFailed assertAway(WhisperTranscriber whisper) {
        RequestFailed failure =
                catchThrowableOfType(RequestFailed.class, () -> whisper.transcribe(Neighbours.recording(WAVE), null));
        assertThat(failure).isNotNull();
        assertThat(failure.problem().status().value()).isEqualTo(503);
        assertThat(failure.problem().headers().getFirst("Retry-After")).isNotNull();
        return failure;
    }

    private WhisperTranscriber whisper(Duration patience) {
        return new WhisperTranscriber(Neighbours.remote(http, server.url(), patience), "small", "key");
    }
}

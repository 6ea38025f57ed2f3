package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Nobody listens and nobody speaks but the English voice of the house: what cannot be done is told with its setting. */
@EindrTest
class SpeechWithoutServersTest {
    private final ApiClient api;
    private final Session speaker;

    @Autowired
    SpeechWithoutServersTest(ApiClient api) {
        this.api = api;
        this.speaker = api.as("speaker");
    }

    @Test
    void audio_is_not_set_up_and_the_setting_is_named() {
        Answer answer = speaker.upload("voice/transcriptions", Waves.tone(Duration.ofSeconds(1)), Map.of())
                .expect(503);

        assertThat(answer.problem()).isEqualTo("not-set-up");
        assertThat(answer.json().path("detail").asString()).contains("EINDR_WHISPER_URL");
    }

    @Test
    void english_is_spoken_without_any_server() throws Exception {
        Played played =
                Played.from(speaker.downloaded("voice/speech", Map.of("text", "Good morning.", "language", "en-GB")));

        assertThat(played.length()).isPositive();
        assertThat(played.peak()).isGreaterThan(1000);
    }

    @Test
    void another_language_is_not_and_the_setting_is_named() {
        Answer answer = speaker.post("voice/speech", Map.of("text", "Guten Morgen.", "language", "de"))
                .expect(404);

        assertThat(answer.problem()).isEqualTo("no-voice");
        assertThat(answer.json().path("detail").asString()).contains("EINDR_COQUI_URL");
        JsonNode voices = speaker.get("voice/voices").expect(200).json().path("items");
        assertThat(voices.valueStream().map(JsonNode::toString))
                .containsExactly("{\"language\":\"en\",\"engine\":\"freetts\"}");
    }

    @Test
    void the_health_page_says_that_nothing_is_wrong_with_that() {
        JsonNode health = api.anonymous().get("/actuator/health").expect(200).json();

        assertThat(health.path("components").path("whisper").path("status").asString())
                .isEqualTo("NOT_CONFIGURED");
        assertThat(health.path("components").path("coqui").path("status").asString())
                .isEqualTo("NOT_CONFIGURED");
        assertThat(health.path("components").path("chat").path("status").asString())
                .isEqualTo("NOT_CONFIGURED");
        api.anonymous().get("/actuator/health/readiness").expect(200);
    }
}

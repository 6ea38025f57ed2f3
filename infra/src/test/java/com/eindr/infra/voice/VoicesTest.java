package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.RequestFailed;
import com.eindr.voice.web.speech.Speaker.Voice;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both voices: what they say can be played, and what they cannot say is told. */
class VoicesTest {
    private static final EnglishVoice ENGLISH = new EnglishVoice();
    private static final byte[] WAVE = Waves.tone(Duration.ofSeconds(1));

    @Test
    void the_english_voice_can_be_heard() throws Exception {
        Played played = Played.from(ENGLISH.say("I will remind you to call José at nine o'clock."));

        assertThat(played.rate()).isEqualTo(16_000);
        assertThat(played.length()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        assertThat(played.peak()).isGreaterThan(1000);
    }

    @Test
    void many_hear_the_english_voice_at_once_and_each_their_own() throws Exception {
        List<byte[]> alone =
                List.of(ENGLISH.say("One."), ENGLISH.say("Twenty two."), ENGLISH.say("Three hundred and three."));
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<byte[]>> sentences = IntStream.range(0, 30)
                    .mapToObj(i -> (Callable<byte[]>)
                            () -> ENGLISH.say(List.of("One.", "Twenty two.", "Three hundred and three.")
                                    .get(i % 3)))
                    .toList();
            List<Future<byte[]>> said = people.invokeAll(sentences);
            for (int i = 0; i < said.size(); i++) {
                assertThat(said.get(i).get()).hasSameSizeAs(alone.get(i % 3));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "你好", "👍", "\u202e", "()"})
    void what_has_nothing_to_say_is_refused(String text) {
        assertThat(catchThrowableOfType(InvalidRequest.class, () -> ENGLISH.say(text)))
                .isNotNull();
    }

    @Property(tries = 100)
    void any_text_is_said_or_refused(@ForAll @StringLength(max = 60) String text) throws Exception {
        try {
            assertThat(Played.from(ENGLISH.say("a" + text)).length()).isPositive();
        } catch (InvalidRequest refused) {
            assertThat(refused.errors()).isNotEmpty();
        }
    }

    @Test
    void coqui_is_asked_as_its_server_wants_it_and_what_it_says_is_passed_on() {
        with((server, speaker) -> {
            server.answers(200, "audio/wav", WAVE);

            assertThat(speaker.say("Çay & simit: 5 ₺?", "tr-TR")).isEqualTo(WAVE);

            assertThat(server.asked().getFirst().method).isEqualTo("GET");
            assertThat(server.asked().getFirst().path).isEqualTo("/api/tts");
            assertThat(server.asked().getFirst().query)
                    .isEqualTo("text=%C3%87ay%20%26%20simit%3A%205%20%E2%82%BA%3F&speaker_id=Ana%20Florence"
                            + "&style_wav=&language_id=tr");
        });
    }

    @Test
    void a_coqui_that_fails_is_an_outage_and_for_english_none() {
        with((server, speaker) -> {
            server.answers(500, "text/html", "<h1>Internal Server Error</h1>".getBytes(StandardCharsets.UTF_8));

            assertThat(failure(speaker, "de").problem().status().value()).isEqualTo(503);
            assertThat(Played.from(speaker.say("Good morning.", "en")).length()).isPositive();
        });
    }

    @Test
    void what_coqui_says_must_be_a_sound() {
        for (byte[] garbage : List.of(
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(WAVE, 500),
                Waves.silence(Duration.ofSeconds(1)),
                Containers.mp3(5))) {
            with((server, speaker) -> {
                server.answers(200, "audio/wav", garbage);

                assertThat(failure(speaker, "de").problem().status().value()).isEqualTo(503);
            });
        }
    }

    @Test
    void a_language_that_nobody_speaks_is_told_with_the_setting() {
        SpeakerByLanguage alone = new SpeakerByLanguage(null, Set.of("de"), ENGLISH);

        assertThat(alone.voices()).containsExactly(new Voice("en", "freetts"));
        assertThat(failure(alone, "de").problem().detail()).contains("EINDR_COQUI_URL");
        with((server, speaker) -> {
            assertThat(speaker.voices())
                    .containsExactly(new Voice("de", "coqui"), new Voice("en", "coqui"), new Voice("tr", "coqui"));
            assertThat(failure(speaker, "ur").problem().status().value()).isEqualTo(404);
        });
    }

    private static RequestFailed failure(SpeakerByLanguage speaker, String language) {
        return catchThrowableOfType(RequestFailed.class, () -> speaker.say("Guten Morgen.", language));
    }

    private interface Trying {
        void with(LocalServer server, SpeakerByLanguage speaker) throws Exception;
    }

    private static void with(Trying trying) {
        try (LocalServer server = new LocalServer();
                HttpClient http = HttpClient.newHttpClient()) {
            RemoteServer remote = Neighbours.remote(http, server.url(), Duration.ofSeconds(30));
            trying.with(
                    server,
                    new SpeakerByLanguage(new CoquiSpeaker(remote, "Ana Florence"), Set.of("en", "de", "tr"), ENGLISH));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

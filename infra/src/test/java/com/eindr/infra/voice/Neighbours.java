package com.eindr.infra.voice;

import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.RequestFailed;
import com.eindr.voice.web.sound.BrokenSound;
import com.eindr.voice.web.sound.Sound;
import com.eindr.voice.web.speech.Recording;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;

/** What the tests of both servers need. */
final class Neighbours {
    private Neighbours() {}

    /** Asked as the application does it, with a breaker that opens after three failures. */
    static RemoteServer remote(HttpClient http, String url, Duration patience) {
        CircuitBreaker breaker = CircuitBreaker.of(
                "test",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(3)
                        .minimumNumberOfCalls(3)
                        .waitDurationInOpenState(Duration.ofMinutes(10))
                        .ignoreExceptions(RequestFailed.class, InvalidRequest.class)
                        .build());
        return new RemoteServer("whisper", URI.create(url), patience, http, breaker);
    }

    static Recording recording(byte[] bytes) {
        try {
            return new Recording(
                    Sound.of(new ByteArrayInputStream(bytes)), bytes.length, () -> new ByteArrayInputStream(bytes));
        } catch (IOException | BrokenSound e) {
            throw new AssertionError(e);
        }
    }

    /** A transcript as the protocol writes it, of one segment. */
    static String verbose(String text, String language, double noSpeech, double logProbability, double compression) {
        return String.format(Locale.ROOT, """
            {"task":"transcribe","language":"%s","duration":2.35,"text":"%s","segments":[{"id":0,"seek":0,
            "start":0.0,"end":2.35,"text":" %s","tokens":[50364,1],"temperature":0.0,"avg_logprob":%f,
            "compression_ratio":%f,"no_speech_prob":%f}]}\
            """, language, text, text, logProbability, compression, noSpeech);
    }

    static String spoken(String text, String language) {
        return verbose(text, language, 0.01, -0.1, 1.1);
    }
}

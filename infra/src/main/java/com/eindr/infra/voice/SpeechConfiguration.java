package com.eindr.infra.voice;

import com.eindr.infra.CannotStart;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.RequestFailed;
import com.eindr.voice.web.speech.AudioLimits;
import com.eindr.voice.web.speech.Speaker;
import com.eindr.voice.web.speech.Transcriber;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what listens and what speaks. Both are optional; nothing else waits for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WhisperProperties.class, CoquiProperties.class})
class SpeechConfiguration {
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    /** The server that listens; without one, nobody does. */
    record Listening(@Nullable RemoteServer server) {}

    /** The server that speaks. */
    record Speaking(@Nullable RemoteServer server) {}

    @Bean(destroyMethod = "shutdownNow")
    HttpClient speechClient() {
        // Servers in Python answer an offer of HTTP/2 in ways of their own.
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Of the last ten answers half are missing: then nobody asks for ten seconds, and then one tries. */
    @Bean
    CircuitBreakerRegistry speechBreakers() {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(4)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(10))
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreExceptions(RequestFailed.class, InvalidRequest.class)
                .build());
    }

    @Bean
    MeterBinder speechBreakerMeters(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    Listening listening(WhisperProperties properties, HttpClient client, CircuitBreakerRegistry breakers) {
        URI base = base(properties.url(), "EINDR_WHISPER_URL");
        return new Listening(
                base == null
                        ? null
                        : new RemoteServer(
                                "whisper", base, properties.timeout(), client, breakers.circuitBreaker("whisper")));
    }

    @Bean
    Speaking speaking(CoquiProperties properties, HttpClient client, CircuitBreakerRegistry breakers) {
        URI base = base(properties.url(), "EINDR_COQUI_URL");
        return new Speaking(
                base == null
                        ? null
                        : new RemoteServer(
                                "coqui", base, properties.timeout(), client, breakers.circuitBreaker("coqui")));
    }

    @Bean
    static AudioLimits audioLimits(WhisperProperties properties) {
        return new AudioLimits(properties.longestAudio());
    }

    @Bean
    static Transcriber transcriber(Listening listening, WhisperProperties properties) {
        RemoteServer server = listening.server();
        return server == null
                ? new NobodyListens()
                : new WhisperTranscriber(server, properties.model(), properties.apiKey());
    }

    @Bean
    static Speaker speaker(Speaking speaking, CoquiProperties properties) {
        RemoteServer server = speaking.server();
        return new SpeakerByLanguage(
                server == null ? null : new CoquiSpeaker(server, properties.speaker()),
                Set.copyOf(properties.languages()),
                new EnglishVoice());
    }

    @Bean
    static RemoteHealth whisperHealthIndicator(Listening listening) {
        return new RemoteHealth(listening.server(), WhisperTranscriber.PROBE);
    }

    @Bean
    static RemoteHealth coquiHealthIndicator(Speaking speaking) {
        return new RemoteHealth(speaking.server(), CoquiSpeaker.PROBE);
    }

    /** Without a slash at the end, and without the version that the protocol of Whisper begins its paths with. */
    private static @Nullable URI base(String url, String setting) {
        String bare = url.strip().replaceAll("/+$", "").replaceAll("/v1$", "");
        if (bare.isEmpty()) {
            return null;
        }
        try {
            URI base = URI.create(bare);
            if (base.getHost() != null && Set.of("http", "https").contains(String.valueOf(base.getScheme()))) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    setting + " is no address: " + url, "Set it to something like http://whisper:8000.", e);
        }
        throw new CannotStart(setting + " is no address: " + url, "Set it to something like http://whisper:8000.");
    }
}

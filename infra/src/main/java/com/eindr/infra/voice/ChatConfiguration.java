package com.eindr.infra.voice;

import com.eindr.voice.web.talk.Talk;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the chat model: {@code EINDR_CHAT_URL}, {@code EINDR_CHAT_MODEL}, {@code EINDR_CHAT_KEY}. Without a URL there is none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatProperties.class)
class ChatConfiguration {
    private static final Talk NOBODY = new Talk() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public Answer next(Prompt prompt, Consumer<String> heard) {
            throw new TalkFailed("there is no chat model");
        }
    };

    /** Half of the last ten calls that fail open it; after half a minute a call tries again. */
    @Bean
    CircuitBreaker chatBreaker() {
        return CircuitBreaker.of(
                "chat",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(30))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    @Bean
    Talk talk(ChatProperties properties, CircuitBreaker chatBreaker) {
        return properties.url().isBlank()
                ? NOBODY
                : new OpenAiTalk(
                        properties,
                        chatBreaker,
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(Duration.ofSeconds(2))
                                .build());
    }

    @Bean
    HealthIndicator chat(Talk talk, CircuitBreaker chatBreaker) {
        return new ChatHealth(talk, chatBreaker);
    }
}

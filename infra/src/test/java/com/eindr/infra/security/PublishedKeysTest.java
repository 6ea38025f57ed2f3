package com.eindr.infra.security;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.infra.testing.TestClock;
import com.eindr.shared.web.security.TokenVerifier.KeysUnavailable;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpRequest;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ids of the issuer's keys come and go. */
class PublishedKeysTest {
    private final TestClock clock = new TestClock();
    private final PublishedKeys keys = new PublishedKeys(issuer(), clock);

    private Set<String> published = Set.of("old");
    private boolean away;
    private int asked;

    @Test
    void the_issuer_is_asked_once_for_as_long_as_its_answer_lasts() {
        assertThat(keys.has("old")).isTrue();
        clock.advance(Duration.ofMinutes(59));
        assertThat(keys.has("old")).isTrue();
        assertThat(asked).isEqualTo(1);

        published = Set.of("new");
        clock.advance(Duration.ofMinutes(2));
        assertThat(keys.has("old")).isFalse();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void a_key_that_was_published_since_is_found_but_nobody_makes_us_ask_again_and_again() {
        assertThat(keys.has("new")).isFalse();
        published = Set.of("old", "new");
        assertThat(keys.has("new")).isFalse();
        assertThat(asked).isEqualTo(1);

        clock.advance(Duration.ofSeconds(61));
        assertThat(keys.has("new")).isTrue();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void a_token_without_a_key_id_is_asked_nobody_about() {
        assertThat(keys.has(null)).isFalse();
        assertThat(asked).isZero();
    }

    @Test
    void an_issuer_that_is_away_is_no_reason_to_call_a_token_bad() {
        away = true;
        assertThatThrownBy(() -> keys.has("old")).isInstanceOf(KeysUnavailable.class);
        away = false;
        assertThat(keys.has("old")).isTrue();
    }

    private HttpTransport issuer() {
        return new MockHttpTransport() {
            @Override
            public LowLevelHttpRequest buildRequest(String method, String url) {
                asked++;
                MockLowLevelHttpResponse answer = new MockLowLevelHttpResponse()
                        .setStatusCode(away ? 503 : 200)
                        .addHeader("Cache-Control", "public, max-age=3600")
                        .setContentType("application/json")
                        .setContent(published.stream()
                                .map(id -> "\"" + id + "\":\"certificate\"")
                                .collect(joining(",", "{", "}")));
                return new MockLowLevelHttpRequest(url).setResponse(answer);
            }
        };
    }
}

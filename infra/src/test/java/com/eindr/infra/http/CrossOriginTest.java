package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Browsers may call from the origins that the configuration names, and from no other. */
@EindrTest
@TestPropertySource(properties = "eindr.cors.allowed-origins=https://app.example.org,https://desk.example.org")
class CrossOriginTest {
    private static final String OURS = "https://app.example.org";

    private final ApiClient api;

    @Autowired
    CrossOriginTest(ApiClient api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, "https://desk.example.org"})
    void a_page_of_an_allowed_origin_may_read_the_answer_and_its_headers(String origin) {
        Answer created = api.as("ana")
                .post(
                        "reminders",
                        "{\"title\":\"Call Ben\",\"start\":\"2036-12-01T09:00\",\"timeZone\":\"Asia/Karachi\"}",
                        "Origin",
                        origin)
                .expect(201);

        assertThat(created.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(listed(created, "Access-Control-Expose-Headers"))
                .contains(
                        "ETag",
                        "Location",
                        "Consistency-Token",
                        "Retry-After",
                        "RateLimit",
                        "RateLimit-Policy",
                        "X-Correlation-Id");
        assertThat(created.headers().map())
                .containsKeys("ETag", "Location", "Consistency-Token", "RateLimit", "RateLimit-Policy");
        // Nothing is authorised by a cookie, so a browser has none to send along.
        assertThat(created.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(listed(created, "Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_browser_that_asks_first_may_send_every_header_of_ours(String method) {
        Answer allowed = preflight(OURS, method);

        allowed.expect(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(listed(allowed, "Access-Control-Allow-Methods")).contains(method);
        assertThat(listed(allowed, "Access-Control-Allow-Headers"))
                .contains("authorization", "content-type", "idempotency-key", "if-match", "consistent-with");
        assertThat(allowed.header("Access-Control-Max-Age")).isEqualTo("3600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example.org", "http://app.example.org", "https://app.example.org.evil.com", "null"
            })
    void a_stranger_s_page_is_refused_before_anything_happens(String origin) {
        Answer asked = preflight(origin, "POST").expect(403);
        Answer written = api.as("bea")
                .post("reminders", "{\"title\":\"t\",\"start\":\"2036-12-01T09:00\"}", "Origin", origin)
                .expect(403);

        for (Answer refused : List.of(asked, written)) {
            assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.problem()).isEqualTo("forbidden");
        }
        assertThat(api.as("bea").get("reminders").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void a_refusal_can_be_read_by_the_page_that_was_refused() {
        Answer refused = api.anonymous().get("me", "Origin", OURS).expect(401);

        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(refused.problem()).isEqualTo("unauthorized");
    }

    private Answer preflight(String origin, String method) {
        return api.anonymous()
                .send(
                        "OPTIONS",
                        "reminders",
                        "",
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        "authorization,content-type,idempotency-key,if-match,consistent-with");
    }

    private static List<String> listed(Answer answer, String header) {
        return answer.headers().allValues(header).stream()
                .flatMap(value -> Stream.of(value.split(", *")))
                .toList();
    }
}

package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Who asks for too much is told when to come back. */
@EindrTest
@TestPropertySource(properties = {"eindr.rate-limits.reads-per-minute=3", "eindr.rate-limits.writes-per-minute=0"})
class RateLimitTest {
    private final ApiClient api;

    @Autowired
    RateLimitTest(ApiClient api) {
        this.api = api;
    }

    @Test
    void one_person_s_budget_ends_and_nobody_else_s() {
        ApiClient.Session ana = api.as("ana");
        for (int i = 2; i >= 0; i--) {
            assertThat(ana.get("me").expect(200).header("RateLimit")).isEqualTo("\"reads\";r=" + i);
        }

        Answer refused = ana.get("me").expect(429);

        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"reads\";q=3;w=60");
        assertThat(refused.header("RateLimit")).matches("\"reads\";r=0;t=\\d+");
        assertThat(Integer.parseInt(Objects.requireNonNull(refused.header("Retry-After"))))
                .isBetween(1, 20);
        api.as("bea").get("me").expect(200);
        assertThat(ana.post("me/devices", "{}").expect(400).header("RateLimit")).isNull();
    }
}

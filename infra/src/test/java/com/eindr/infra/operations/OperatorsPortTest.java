package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;

/** Operators read the metrics, and strangers do not. */
@EindrTest
@TestPropertySource(properties = "eindr.operations.port=0")
class OperatorsPortTest {
    private static final String METRICS = "/actuator/prometheus";

    private final ApiClient api;
    private final OperatorsPort operators;

    @Autowired
    OperatorsPortTest(ApiClient api, OperatorsPort operators) {
        this.api = api;
        this.operators = operators;
    }

    @Test
    void whoever_reaches_the_operators_port_reads_the_metrics() {
        ApiClient.Session prometheus = new ApiClient(operators::port).anonymous();

        assertThat(prometheus
                        .get(METRICS, "X-Forwarded-For", "203.0.113.7")
                        .expect(200)
                        .body())
                .contains("eindr_push_total");
        prometheus.get("/actuator/health/readiness").expect(200);
        // It is no way around the token for anything else.
        prometheus.get("me").expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
    void a_stranger_behind_a_proxy_is_refused_on_the_first_port(String header) {
        assertThat(api.anonymous()
                        .get(METRICS, header, "203.0.113.7")
                        .expect(401)
                        .problem())
                .isEqualTo("unauthorized");
        assertThat(api.as("ana").get(METRICS, header, "203.0.113.7").expect(403).problem())
                .isEqualTo("forbidden");
        // Spelling it differently is no way in.
        api.anonymous().get("/%61ctuator/prometheus", header, "203.0.113.7").expect(401);
    }

    @Test
    void an_administrator_reads_them_from_anywhere() {
        api.as("root", Role.ADMIN)
                .get(METRICS, "X-Forwarded-For", "203.0.113.7")
                .expect(200);
    }

    @Test
    void in_the_embedded_mode_the_same_machine_is_trusted_and_in_production_it_is_not() {
        MockEnvironment production = new MockEnvironment();
        production.setActiveProfiles("production");
        MockHttpServletRequest here = new MockHttpServletRequest("GET", METRICS);
        MockHttpServletRequest there = new MockHttpServletRequest("GET", METRICS);
        there.setRemoteAddr("203.0.113.7");

        api.anonymous().get(METRICS).expect(200);
        assertThat(new OperatorsPort("127.0.0.1", -1, new MockEnvironment()).sent(here))
                .isTrue();
        assertThat(new OperatorsPort("127.0.0.1", -1, new MockEnvironment()).sent(there))
                .isFalse();
        assertThat(new OperatorsPort("127.0.0.1", -1, production).sent(here)).isFalse();
    }

    @Test
    void everybody_may_ask_whether_it_is_alive() {
        api.anonymous()
                .get("/actuator/health/liveness", "X-Forwarded-For", "203.0.113.7")
                .expect(200);
    }
}

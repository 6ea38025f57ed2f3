package com.eindr.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.infra.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class EventStoreChoiceTest {
    private static final String READINESS = "management.endpoint.health.group.readiness.include";

    @Test
    void the_log_is_in_postgresql_unless_somebody_chooses() {
        assertThat(chosen(new MockEnvironment()).getProperty(READINESS)).isNull();
        assertThat(chosen(with("postgres")).getProperty(READINESS)).isNull();
    }

    @Test
    void a_node_without_its_axon_server_is_not_ready() {
        assertThat(chosen(with("axon-server")).getProperty(READINESS)).isEqualTo("readinessState,db,axonServer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"axonserver", "postgresql", "Postgres", "none", "postgres,axon-server"})
    void any_other_word_keeps_eindr_from_starting(String word) {
        assertThatThrownBy(() -> chosen(with(word))).isInstanceOfSatisfying(CannotStart.class, failure -> {
            assertThat(failure).hasMessageContaining("EINDR_EVENT_STORE").hasMessageContaining(word);
            assertThat(failure.action()).contains("postgres").contains("axon-server");
        });
    }

    private static MockEnvironment with(String word) {
        return new MockEnvironment().withProperty("eindr.event-store", word);
    }

    private static MockEnvironment chosen(MockEnvironment environment) {
        new EventStoreChoice().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}

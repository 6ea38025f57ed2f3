package com.eindr.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ProductionGuardTest {
    private static final Map<String, Object> ENOUGH = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db/eindr",
            "spring.data.redis.host", "redis",
            "eindr.firebase.project-id", "eindr-app",
            "eindr.contacts.peppers.1", "a-pepper-of-thirty-two-characters",
            "eindr.master.keys.1", "a-master-key-of-32-characters-or-more",
            "eindr.proof.key", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=");

    @Test
    void production_starts_with_what_it_needs_and_nothing_else() {
        start("production", ENOUGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eindr.embedded.dev-tokens",
                "EINDR_EMBEDDED_DEV_TOKENS",
                "eindr.embedded.anything-at-all",
                "eindr.seed",
                "EINDR_SEED",
                "FIREBASE_AUTH_EMULATOR_HOST"
            })
    void production_does_not_start_with_a_convenience_of_the_embedded_mode(String name) {
        assertThatThrownBy(() -> start("production", with(name, "true")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(name)
                .hasMessageContaining("embedded mode only");
    }

    @Test
    void what_is_switched_off_does_no_harm() {
        start("production", with("eindr.seed", "false"));
        start("production", with("FIREBASE_AUTH_EMULATOR_HOST", ""));
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        CannotStart refusal = catchThrowableOfType(CannotStart.class, () -> start("production", Map.of()));
        assertThat(refusal)
                .hasMessageContaining("SPRING_DATASOURCE_URL")
                .hasMessageContaining("SPRING_DATA_REDIS_HOST")
                .hasMessageContaining("FIREBASE_PROJECT_ID")
                .hasMessageContaining("EINDR_CONTACTS_PEPPERS_1")
                .hasMessageContaining("EINDR_MASTER_KEYS_1")
                .hasMessageContaining("EINDR_PROOF_KEY");
        assertThat(refusal.action()).contains("--help");
    }

    @Test
    void production_does_not_start_with_a_pepper_that_can_be_guessed() {
        assertThatThrownBy(() -> start("production", with("eindr.contacts.peppers.1", "pepper")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("EINDR_CONTACTS_PEPPERS_1");
    }

    @Test
    void production_does_not_start_with_a_master_key_that_can_be_guessed() {
        assertThatThrownBy(() -> start("production", with("eindr.master.keys.1", "key")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("EINDR_MASTER_KEYS_1");
    }

    @Test
    void the_embedded_mode_may_have_all_of_it() {
        start("default", with("FIREBASE_AUTH_EMULATOR_HOST", "localhost:9099"));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> all = new HashMap<>(ENOUGH);
        all.put(name, value);
        return all;
    }

    private static void start(String profile, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new ProductionGuard().initialize(context);
        }
    }
}

package com.eindr.infra.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@EindrTest
@TestPropertySource(properties = "eindr.seed=true")
class SeedTest {
    private static final Instant A_MORNING = Instant.parse("2030-05-06T08:00:00Z");
    private static final int PLANTED = 4;

    private final ApiClient api;
    private final TestClock clock;

    SeedTest(@Autowired ApiClient api, @Autowired TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Test
    void a_new_person_finds_reminders_of_every_sort() {
        var nora = api.as("nora");
        nora.get("me");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode items = nora.get("reminders").expect(200).json().get("items");
            assertThat(items.findValuesAsString("timing"))
                    .containsExactlyInAnyOrder("FIXED", "FIXED", "FLOATING", "ALL_DAY");
        });
    }

    @Test
    void asking_again_within_the_minute_plants_nothing() {
        clock.setTo(A_MORNING);
        var otto = api.as("otto");

        int first = planted(otto);
        int second = planted(otto);

        assertThat(first).isEqualTo(PLANTED);
        assertThat(second).isZero();
    }

    @Test
    void seeds_are_for_somebody() {
        assertThat(api.anonymous().post("/dev/seed", "").status()).isEqualTo(401);
    }

    private static int planted(ApiClient.Session person) {
        return person.post("/dev/seed", "").expect(200).json().get("reminders").size();
    }
}

package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EindrTest
class MetricsTest {
    private final ApiClient api;

    MetricsTest(@Autowired ApiClient api) {
        this.api = api;
    }

    @Test
    void everything_that_the_dashboard_asks_for_is_published() {
        var mia = api.as("mia");
        mia.post("me/devices", Map.of("fcmToken", "a-token", "platform", "ANDROID"))
                .expect(201);
        mia.post("reminders", Map.of("title", "At once", "start", "2026-01-01T09:00:00"))
                .expect(201);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String published = api.anonymous().get("/actuator/prometheus").body();
            assertThat(MonitoringTest.PUBLISHED)
                    .allSatisfy(name -> assertThat(published).contains("\n" + name));
        });
    }
}

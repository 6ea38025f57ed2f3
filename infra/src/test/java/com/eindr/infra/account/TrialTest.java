package com.eindr.infra.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.account.Plan;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How a trial begins and ends, on the real servers, with the clock moved. */
@EindrTest
class TrialTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final TestClock clock;

    @Autowired
    TrialTest(ApiClient api, TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Test
    void a_trial_warns_two_days_before_it_ends_and_what_exists_goes_on_ringing() {
        ApiClient.Session ana = api.as("ana");
        Instant begun = clock.instant();
        LocalDateTime due = LocalDateTime.ofInstant(begun.plus(Duration.ofDays(8)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS);
        String reminder = ana.post("reminders", Map.of("title", "Call Ben", "start", due.toString()))
                .expect(201)
                .json()
                .path("id")
                .asString();
        await().atMost(PATIENCE)
                .until(() -> entitlements(ana).path("trialEndsAt").isString());
        JsonNode trial = entitlements(ana);
        assertThat(trial.path("plan").asString()).isEqualTo("TRIAL");
        assertThat(Instant.parse(trial.path("trialEndsAt").asString()))
                .isBetween(
                        begun.plus(Plan.TRIAL_LASTS),
                        begun.plus(Plan.TRIAL_LASTS).plusSeconds(60));
        assertThat(feature(trial, "REMINDERS").path("allowed").asBoolean()).isTrue();
        assertThat(notice(ana).isMissingNode()).isTrue();

        clock.advance(Duration.ofDays(5).plusMinutes(5));
        await().atMost(PATIENCE).until(() -> notice(ana).isObject());
        assertThat(notice(ana).path("title").asString()).contains("reminders", "notes", "sharing", "habits");
        assertThat(notice(ana).path("reminderId").isNull()).isTrue();
        ana.post("notifications/" + notice(ana).path("id").asString() + "/read", "{}")
                .expect(200);

        clock.advance(Duration.ofDays(2));
        await().atMost(PATIENCE)
                .until(() -> entitlements(ana).path("plan").asString().equals("EXPIRED"));
        ana.post("reminders", Map.of("title", "Call Cem", "start", "2036-12-01T09:00:00"))
                .expect(403);
        ana.patch("reminders/" + reminder, Map.of("title", "Call Ben now")).expect(200);

        clock.advance(Duration.ofDays(1));
        await().atMost(PATIENCE)
                .until(() -> ana.get("notifications")
                        .json()
                        .path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("reminderId").asString("").equals(reminder)));
    }

    @Test
    void entitlements_tell_what_is_used_and_when_it_is_given_again() {
        api.putOn(Plan.STARTER, "bea");
        ApiClient.Session bea = api.as("bea");
        String token = bea.post("reminders", Map.of("title", "Call Ana", "start", "2036-12-01T09:00:00"))
                .expect(201)
                .header("Consistency-Token");

        JsonNode told = bea.get("me/entitlements", "Consistent-With", String.valueOf(token))
                .expect(200)
                .json();

        JsonNode reminders = feature(told, "REMINDERS");
        assertThat(told.path("plan").asString()).isEqualTo("STARTER");
        assertThat(told.path("trialEndsAt").isNull()).isTrue();
        assertThat(reminders.path("limit").asInt()).isEqualTo(50);
        assertThat(reminders.path("used").asInt()).isEqualTo(1);
        assertThat(reminders.path("requiredPlan").isNull()).isTrue();
        assertThat(Instant.parse(reminders.path("resetsAt").asString())
                        .atOffset(ZoneOffset.UTC)
                        .getDayOfMonth())
                .isEqualTo(1);
        assertThat(feature(told, "NOTES").path("limit").isNull()).isTrue();
        assertThat(feature(told, "SHARING").path("allowed").asBoolean()).isFalse();
        assertThat(feature(told, "SHARING").path("requiredPlan").asString()).isEqualTo("PRO");
        assertThat(feature(told, "SHARING").path("limit").asInt()).isZero();
    }

    private static JsonNode entitlements(ApiClient.Session session) {
        return session.get("me/entitlements").expect(200).json();
    }

    private static JsonNode feature(JsonNode entitlements, String name) {
        return entitlements
                .path("features")
                .valueStream()
                .filter(feature -> feature.path("feature").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode notice(ApiClient.Session session) {
        JsonNode items = session.get("notifications").expect(200).json().path("items");
        return items.valueStream()
                .filter(item -> item.path("kind").asString().equals("TRIAL_ENDING"))
                .findFirst()
                .orElse(items.path(-1));
    }
}

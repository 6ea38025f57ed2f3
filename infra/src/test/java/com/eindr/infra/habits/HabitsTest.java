package com.eindr.infra.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Habits over HTTP, from the first time that something is done. */
@EindrTest
class HabitsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SWIM = "Go swimming";

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;
    private final String who = "regular-" + UUID.randomUUID();
    private final Session ana;

    @Autowired
    HabitsTest(ApiClient api, TestClock clock, JdbcTemplate database) {
        this.api = api;
        this.clock = clock;
        this.database = database;
        api.putOn(Plan.PRO, who);
        this.ana = api.as(who);
    }

    @Test
    void three_mondays_are_suggested_with_what_led_to_it_accepted_once_and_ring() {
        Regular regular = new Regular(ana);
        LocalDateTime monday = nextMonday();
        List<String> reminders = new ArrayList<>();
        for (int week = 0; week < 3; week++) {
            LocalDateTime nine = monday.plusWeeks(week);
            clock.setTo(nine.minusMinutes(10).toInstant(ZoneOffset.UTC));
            String reminder = regular.planned(SWIM, nine);
            clock.setTo(nine.plusMinutes(5).toInstant(ZoneOffset.UTC));
            ana.post("reminders/" + reminder + "/complete", Map.of()).expect(200);
            reminders.add(reminder);
        }

        JsonNode suggestion = regular.awaitSuggestion(SWIM);
        String id = suggestion.path("id").asString();
        LocalDateTime fourth = monday.plusWeeks(3);
        assertThat(suggestion.path("recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(LocalDateTime.parse(suggestion.path("start").asString())).isEqualTo(fourth);
        assertThat(suggestion.path("timeZone").asString()).isEqualTo("UTC");
        assertThat(suggestion.path("evidence").valueStream())
                .extracting(one -> one.path("reminderId").asString())
                .containsExactlyElementsOf(reminders);
        assertThat(suggestion.path("evidence").path(0).path("occurrence").asString())
                .isEqualTo(monday.toString());
        await().atMost(PATIENCE)
                .until(() -> notices().stream()
                        .anyMatch(notice -> notice.path("kind").asString().equals("HABIT_SUGGESTED")));

        String accept = "habits/suggestions/" + id + "/accept";
        ana.post(accept, Map.of(), "If-Match", "\"7\"").expect(412);
        Answer accepted = ana.post(accept, Map.of()).expect(200);
        String reminder = accepted.json().path("reminderId").asString();
        assertThat(accepted.header("Location")).isEqualTo("/api/v1/reminders/" + reminder);
        assertThat(accepted.header("ETag")).isEqualTo("\"2\"");
        String token = Objects.requireNonNull(accepted.header("Consistency-Token"));
        JsonNode made = ana.get("reminders/" + reminder, "Consistent-With", token)
                .expect(200)
                .json();
        assertThat(made.path("title").asString()).isEqualTo(SWIM);
        assertThat(made.path("recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(LocalDateTime.parse(made.path("start").asString())).isEqualTo(fourth);
        assertThat(ana.post(accept, Map.of()).expect(200).json()).isEqualTo(accepted.json());

        clock.setTo(fourth.plusSeconds(1).toInstant(ZoneOffset.UTC));
        await().atMost(PATIENCE)
                .until(() -> notices().stream()
                        .anyMatch(
                                notice -> notice.path("reminderId").asString("").equals(reminder)));
        regular.lookedAt(who, database);
        assertThat(regular.suggestions("SUGGESTED")).isEmpty();
        assertThat(regular.suggestions("ACCEPTED"))
                .singleElement()
                .satisfies(
                        habit -> assertThat(habit.path("reminderId").asString()).isEqualTo(reminder));
        assertThat(ana.get("sync").expect(200).json().path("habits").valueStream())
                .extracting(habit -> habit.path("status").asString())
                .containsExactly("ACCEPTED");
    }

    @Test
    void what_is_dismissed_is_never_suggested_again_whatever_is_done() {
        Regular regular = new Regular(ana);
        String id = regular.suggested(SWIM);
        ana.post("habits/suggestions/" + id + "/dismiss", Map.of()).expect(200);
        ana.post("habits/suggestions/" + id + "/dismiss", Map.of()).expect(200);
        for (int day = 0; day < 6; day++) {
            regular.done("go swimming!", Regular.MONDAY.plusWeeks(3).plusDays(day));
        }
        regular.lookedAt(who, database);
        assertThat(regular.suggestions("SUGGESTED")).isEmpty();
        assertThat(regular.suggestions("DISMISSED")).hasSize(1);
        assertThat(ana.post("habits/suggestions/" + id + "/accept", Map.of())
                        .expect(409)
                        .problem())
                .isEqualTo("suggestion-settled");
    }

    @Test
    void what_was_made_again_and_again_counts_once_it_rang_and_until_it_is_called_off() {
        Regular regular = new Regular(ana);
        LocalDateTime past = nextMonday().minusWeeks(10);
        regular.planned(SWIM, past);
        regular.planned(SWIM, past.plusWeeks(1));
        String last = regular.planned(SWIM, past.plusWeeks(2));
        String id = regular.awaitSuggestion(SWIM).path("id").asString();

        ana.delete("reminders/" + last).expect(200);
        regular.awaitNone();
        ana.post("habits/suggestions/" + id + "/accept", Map.of()).expect(409);

        regular.planned(SWIM, past.plusWeeks(2));
        assertThat(regular.awaitSuggestion(SWIM).path("id").asString()).isEqualTo(id);
    }

    @Test
    void what_was_not_done_after_all_takes_its_suggestion_with_it_and_brings_it_back() {
        Regular regular = new Regular(ana);
        List<String> reminders = regular.doneOnMondays(SWIM);
        regular.awaitSuggestion(SWIM);
        String last = "reminders/" + reminders.getLast();

        ana.post(last + "/reopen", Map.of()).expect(200);
        regular.awaitNone();
        assertThat(regular.suggestions("WITHDRAWN")).hasSize(1);

        ana.post(last + "/complete", Map.of()).expect(200);
        regular.awaitSuggestion(SWIM);
    }

    @Test
    void nothing_is_suggested_to_those_who_do_not_want_it() {
        Regular regular = new Regular(ana).wants(false);
        regular.doneOnMondays(SWIM);
        regular.lookedAt(who, database);
        assertThat(regular.suggestions("SUGGESTED")).isEmpty();

        regular.wants(true).awaitSuggestion(SWIM);
        regular.wants(false).awaitNone();
        assertThat(regular.suggestions("WITHDRAWN")).hasSize(1);
    }

    @Test
    void a_plan_without_habits_suggests_none_and_accepts_none() {
        api.putOn(Plan.STARTER, who);
        Regular regular = new Regular(ana);
        regular.doneOnMondays(SWIM);
        regular.lookedAt(who, database);
        assertThat(regular.suggestions("SUGGESTED")).isEmpty();

        api.putOn(Plan.PRO, who);
        String id = regular.awaitSuggestion(SWIM).path("id").asString();
        api.putOn(Plan.STARTER, who);
        await().atMost(PATIENCE)
                .until(() -> ana.get("me/entitlements")
                        .expect(200)
                        .json()
                        .path("plan")
                        .asString()
                        .equals("STARTER"));
        Answer refused =
                ana.post("habits/suggestions/" + id + "/accept", Map.of()).expect(403);
        assertThat(refused.json().path("requiredPlan").asString()).isEqualTo("PRO");
    }

    @Test
    void what_has_its_reminder_already_is_not_suggested_and_taken_back() {
        Regular regular = new Regular(ana);
        regular.suggested(SWIM);
        ana.post("reminders", Map.of("title", "Go swimming", "start", "2036-01-01T09:00", "recurrence", "FREQ=DAILY"))
                .expect(201);
        regular.awaitNone();
    }

    private List<JsonNode> notices() {
        return ana.get("notifications")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private LocalDateTime nextMonday() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(1)
                .atTime(LocalTime.of(9, 0));
    }
}

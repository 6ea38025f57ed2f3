package com.eindr.infra.account;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What plans include, and who decides about them. Each test has a person of its own. */
@EindrTest
class PlansTest {
    private static final Map<String, String> REMINDER = Map.of("title", "Call Ana", "start", "2036-12-01T09:00:00");

    private final ApiClient api;
    private final JdbcClient database;
    private final String user = "user-" + UUID.randomUUID();
    private final ApiClient.Session me;
    private final ApiClient.Session admin;

    @Autowired
    PlansTest(ApiClient api, JdbcClient database) {
        this.api = api;
        this.database = database;
        this.me = api.as(user);
        this.admin = api.as("root", Role.ADMIN);
    }

    @Test
    void a_trial_sets_reminders_without_a_count_and_an_expired_plan_sets_none() {
        me.post("reminders", REMINDER).expect(201);
        assertThat(events("AllowanceTaken")).isZero();

        api.putOn(Plan.EXPIRED, user);
        Answer locked = me.post("reminders", REMINDER).expect(403);

        assertThat(locked.problem()).isEqualTo("plan-locked");
        assertThat(locked.json().path("requiredPlan").asString()).isEqualTo("STARTER");
        assertThat(events("ReminderCreated")).isEqualTo(1);
    }

    @Test
    void of_sixty_simultaneous_creations_on_starter_exactly_fifty_succeed() throws Exception {
        api.putOn(Plan.STARTER, user);

        List<Answer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = IntStream.range(0, 60)
                    .mapToObj(i -> threads.submit(() -> me.post("reminders", REMINDER)))
                    .toList();
            answers = running.stream().map(PlansTest::result).toList();
        }

        assertThat(answers.stream().collect(groupingBy(Answer::status, counting())))
                .isEqualTo(Map.of(201, 50L, 403, 10L));
        assertThat(answers.stream().filter(answer -> answer.status() == 403))
                .allSatisfy(
                        answer -> assertThat(answer.json().path("requiredPlan").asString())
                                .isEqualTo("PRO"));
        assertThat(events("ReminderCreated")).isEqualTo(50);
        assertThat(events("AllowanceTaken")).isEqualTo(50);
    }

    @Test
    void each_item_of_a_bulk_has_its_own_outcome() {
        api.putOn(Plan.STARTER, user);
        List<Map<String, String>> items =
                IntStream.range(0, 53).mapToObj(i -> REMINDER).toList();

        JsonNode results = me.post("reminders/bulk", Map.of("items", items))
                .expect(200)
                .json()
                .path("results");

        List<JsonNode> locked = results.valueStream()
                .filter(result -> result.path("status").asInt() == 403)
                .toList();
        assertThat(results.size()).isEqualTo(53);
        assertThat(locked)
                .hasSize(3)
                .allSatisfy(result -> assertThat(
                                result.path("problem").path("requiredPlan").asString())
                        .isEqualTo("PRO"));
    }

    @Test
    void a_creation_that_is_refused_or_repeated_takes_nothing_from_the_allowance() {
        api.putOn(Plan.STARTER, user);
        Map<String, String> chosen =
                Map.of("id", UUID.randomUUID().toString(), "title", "Call Ana", "start", "2036-12-01T09:00:00");

        Answer first = me.post("reminders", chosen, "Idempotency-Key", "one").expect(201);
        Answer second = me.post("reminders", chosen, "Idempotency-Key", "one").expect(201);
        Answer twin = me.post("reminders", chosen).expect(409);
        me.post("reminders", Map.of("title", "Call Ana", "start", "2036-12-01T09:00:00", "recurrence", "FREQ=NEVER"))
                .expect(400);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.json().path("id").asString()).isEqualTo(chosen.get("id"));
        assertThat(first.json().path("version").asInt()).isEqualTo(1);
        assertThat(twin.problem()).isEqualTo("reminder-exists");
        assertThat(events("AllowanceTaken")).isEqualTo(1);
    }

    @Test
    void a_repeated_lock_names_the_plan_again() {
        api.putOn(Plan.EXPIRED, user);
        Answer first = me.post("reminders", REMINDER, "Idempotency-Key", "one").expect(403);
        api.putOn(Plan.PRO, user);
        Answer second = me.post("reminders", REMINDER, "Idempotency-Key", "one").expect(403);
        assertThat(second.json().path("requiredPlan")).isEqualTo(first.json().path("requiredPlan"));
        me.post("reminders", REMINDER, "Idempotency-Key", "two").expect(201);
    }

    @Test
    void languages_are_limited_where_they_are_chosen() {
        api.putOn(Plan.STARTER, user);
        me.patch("me", Map.of("language", "ur")).expect(200);

        Answer third = me.patch("me", Map.of("language", "de")).expect(403);
        Answer spoken = me.patch("me/preferences", Map.of("ttsLanguage", "de")).expect(403);
        Answer back = me.patch("me", Map.of("language", "en-GB")).expect(200);

        assertThat(third.problem()).isEqualTo(spoken.problem()).isEqualTo("plan-locked");
        assertThat(third.json().path("requiredPlan").asString()).isEqualTo("PRO");
        assertThat(me.get("me/entitlements", "Consistent-With", String.valueOf(back.header("Consistency-Token")))
                        .expect(200)
                        .json()
                        .path("features")
                        .valueStream())
                .anySatisfy(feature -> {
                    assertThat(feature.path("feature").asString()).isEqualTo("LANGUAGES");
                    assertThat(feature.path("used").asInt()).isEqualTo(2);
                    assertThat(feature.path("allowed").asBoolean()).isFalse();
                });
    }

    @Test
    void only_administrators_set_plans_of_users_that_exist() {
        me.get("me").expect(200);
        me.put("admin/users/" + user + "/plan", "{\"plan\":\"ELITE\"}").expect(403);
        admin.put("admin/users/nobody-at-all/plan", "{\"plan\":\"ELITE\"}").expect(404);
        admin.put("admin/users/" + "x".repeat(200) + "/plan", "{\"plan\":\"ELITE\"}")
                .expect(404);
        admin.put("admin/users/" + user + "/plan", "{\"plan\":\"GOLD\"}").expect(400);
        admin.put("admin/users/" + user + "/plan", "{}").expect(400);

        Answer first = admin.put("admin/users/" + user + "/plan", "{\"plan\":\"ELITE\"}")
                .expect(200);
        Answer second = admin.put("admin/users/" + user + "/plan", "{\"plan\":\"ELITE\"}")
                .expect(200);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(events("PlanChanged")).isEqualTo(1);
        assertThat(database.sql("SELECT payload FROM domain_event_entry WHERE payload_type LIKE '%PlanChanged'"
                                + " AND aggregate_identifier = ?")
                        .param(user)
                        .query((row, index) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                        .single())
                .contains("\"by\":\"root\"");
    }

    /** How many events of a type the log has that are this test's user's. */
    private long events(String type) {
        return database.sql("SELECT count(*) FROM domain_event_entry WHERE payload_type LIKE ?"
                        + " AND convert_from(payload, 'UTF8') LIKE ?")
                .params("%" + type, "%\"" + user + "\"%")
                .query(Long.class)
                .single();
    }

    private static Answer result(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

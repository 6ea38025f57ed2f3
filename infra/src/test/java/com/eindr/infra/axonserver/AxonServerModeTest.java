package com.eindr.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AllowanceId;
import com.eindr.account.Feature;
import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole application with its event log in Axon Server, and everything else where it always is. */
@EindrTest
@TestPropertySource(properties = "eindr.event-store=axon-server")
class AxonServerModeTest {
    private static final AxonServerDouble SERVER = AxonServerDouble.started("eindr", "secret");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ApplicationContext context;
    private final ApiClient api;
    private final JdbcTemplate database;

    @Autowired
    AxonServerModeTest(ApplicationContext context, ApiClient api, JdbcTemplate database) {
        this.context = context;
        this.api = api;
        this.database = database;
    }

    @DynamicPropertySource
    static void point_at_the_server(DynamicPropertyRegistry properties) {
        properties.add("axon.axonserver.servers", SERVER::address);
        properties.add("axon.axonserver.context", () -> "eindr");
        properties.add("axon.axonserver.token", () -> "secret");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_reminder_is_kept_in_axon_server_read_at_once_and_rings() {
        ApiClient.Session ana = api.as("ana");
        Answer created =
                ana.post("reminders", reminder(2), "Idempotency-Key", "first").expect(201);
        String id = created.json().path("id").asString();
        ana.get("reminders/" + id, "Consistent-With", created.header("Consistency-Token"))
                .expect(200);
        assertThat(SERVER.events().stream(id, 0, 0)).isNotEmpty();
        assertThat(database.queryForObject("SELECT count(*) FROM domain_event_entry", Long.class))
                .isZero();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(
                                ana.get("notifications").expect(200).json().path("items"))
                        .hasSize(1));
        assertThat(SERVER.calls()).noneMatch(call -> call.contains("Command") || call.contains("Query"));
        assertThat(context.getBean(CommandBus.class).getClass().getPackageName())
                .startsWith("com.eindr");
        assertThat(context.getBean(QueryBus.class).getClass().getName()).doesNotContain("axonserver");
        assertThat(context.getBean(EventStore.class)).isInstanceOf(AxonServerEvents.class);
    }

    @Test
    void a_stale_edit_is_412_and_a_taken_id_is_409() {
        ApiClient.Session ben = api.as("ben");
        String id = TimeOrderedUuid.next().toString();
        ben.post("reminders", chosen(id)).expect(201);
        ben.post("reminders", chosen(id)).expect(409);
        ben.patch("reminders/" + id, Map.of("title", "Call Cy"), "If-Match", "\"1\"")
                .expect(200);
        ben.patch("reminders/" + id, Map.of("title", "Call Di"), "If-Match", "\"1\"")
                .expect(412);
        assertThat(SERVER.events().stream(id, 0, 0)).hasSize(2);
    }

    @Test
    void a_repeated_write_is_given_its_first_answer_also_after_a_crash_that_forgot_it() {
        ApiClient.Session cy = api.as("cy");
        Map<String, Object> body = reminder(3600);
        String id = cy.post("reminders", body, "Idempotency-Key", "k")
                .expect(201)
                .json()
                .path("id")
                .asString();
        long events = SERVER.events().lastToken();
        assertThat(createdAgain(cy, body)).isEqualTo(id);
        assertThat(database.update("DELETE FROM idempotency_key WHERE caller = 'cy' AND key = 'k'"))
                .isEqualTo(1);
        database.update("INSERT INTO append_intention (caller, key, aggregate_id) VALUES ('cy', 'k', ?)", id);
        assertThat(createdAgain(cy, body)).isEqualTo(id);
        assertThat(SERVER.events().stream(id, 0, 0)).hasSize(1);
        assertThat(SERVER.events().lastToken()).isEqualTo(events);
        cy.post("reminders", reminder(7200), "Idempotency-Key", "k").expect(422);
    }

    @Test
    void what_a_plan_limits_is_counted_with_what_it_is_used_for_also_after_a_crash() {
        api.putOn(Plan.STARTER, "eve");
        ApiClient.Session eve = api.as("eve");
        String id = TimeOrderedUuid.next().toString();
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        String allowance =
                AllowanceId.of(new UserId("eve"), Feature.REMINDERS, month).toString();
        eve.post("reminders", chosen(id), "Idempotency-Key", "k").expect(201);
        eve.post("reminders", chosen(id)).expect(409);
        eve.post("reminders", chosen(id), "Idempotency-Key", "k").expect(201);
        database.update("DELETE FROM idempotency_key WHERE caller = 'eve' AND key = 'k'");
        database.update("INSERT INTO append_intention (caller, key, aggregate_id) VALUES ('eve', 'k', ?)", id);

        Answer again = eve.post("reminders", chosen(id), "Idempotency-Key", "k").expect(201);

        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().path("version").asInt()).isEqualTo(1);
        assertThat(SERVER.events().stream(id, 0, 0)).hasSize(1);
        assertThat(SERVER.events().stream(allowance, 0, 0)).hasSize(1);
    }

    @Test
    void while_axon_server_is_away_writes_are_503_and_the_node_is_not_ready_until_it_is_back() {
        ApiClient.Session di = api.as("di");
        String id = di.post("reminders", reminder(3600))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> di.get("reminders/" + id).expect(200));
        api.anonymous().get("/actuator/health/readiness").expect(200);
        SERVER.stop();
        di.post("reminders", reminder(3600), "Idempotency-Key", "away").expect(503);
        api.anonymous().get("/actuator/health/readiness").expect(503);
        api.anonymous().get("/actuator/health/liveness").expect(200);
        di.get("reminders/" + id).expect(200);
        SERVER.start();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> api.anonymous().get("/actuator/health/readiness").expect(200));
        String later = di.post("reminders", reminder(3600), "Idempotency-Key", "away")
                .expect(201)
                .json()
                .path("id")
                .asString();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> di.get("reminders/" + later).expect(200));
        assertThat(List.of(id, later)).doesNotHaveDuplicates();
    }

    private static String createdAgain(ApiClient.Session session, Map<String, Object> body) {
        return session.post("reminders", body, "Idempotency-Key", "k")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, Object> reminder(long inSeconds) {
        LocalDateTime start =
                LocalDateTime.now(ZoneOffset.UTC).plusSeconds(inSeconds).truncatedTo(ChronoUnit.SECONDS);
        return Map.of("title", "Call Ana", "start", start.toString(), "timeZone", "UTC");
    }

    private static Map<String, Object> chosen(String id) {
        return Map.of("id", id, "title", "Call Ana", "start", "2030-01-01T09:00:00", "timeZone", "UTC");
    }
}

package com.eindr.infra.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import com.eindr.operation.OperationCommand.OrderReplay;
import com.eindr.shared.query.Projection;
import com.eindr.shared.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** History repeats itself in tables only. */
@EindrTest
class SilentReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiClient api;
    private final TestClock clock;
    private final CommandBus commands;
    private final JdbcTemplate database;
    private final List<Projection> projections;

    @Autowired
    SilentReplayTest(
            ApiClient api, TestClock clock, CommandBus commands, JdbcTemplate database, List<Projection> projections) {
        this.api = api;
        this.clock = clock;
        this.commands = commands;
        this.database = database;
        this.projections = projections;
    }

    @Test
    void replaying_a_log_of_rings_pushes_nothing_raises_nothing_and_orders_nothing() {
        Session ana = api.as("ana");
        Session root = api.as("root", Role.ADMIN);
        root.get("me").expect(200);
        rung(ana);
        JsonNode pushes = ana.get("/dev/pushes").expect(200).json();
        JsonNode inbox = inbox(ana);
        long facts = facts();

        List<String> ordered = new CopyOnWriteArrayList<>();
        try (Registration _ = commands.registerDispatchInterceptor(messages -> (index, command) -> {
            ordered.add(command.getPayloadType().getSimpleName());
            return command;
        })) {
            for (Projection projection : projections) {
                String path = "admin/projections/" + projection.name() + "/replay";
                root.post(path, Map.of()).expect(202);
                await().atMost(PATIENCE)
                        .until(() -> root.get(path)
                                .expect(200)
                                .json()
                                .path("state")
                                .asString()
                                .equals("DONE"));
            }
        }

        // That an administrator ordered it is all that happened.
        assertThat(ordered).hasSize(projections.size()).containsOnly(OrderReplay.class.getSimpleName());
        assertThat(facts()).isEqualTo(facts + projections.size());
        assertThat(ana.get("/dev/pushes").expect(200).json()).isEqualTo(pushes);
        assertThat(inbox(ana)).isEqualTo(inbox);
        assertThat(waitingPushes()).isZero();
    }

    /** Two reminders have rung on a telephone, and everything that follows from it has happened. */
    private void rung(Session ana) {
        ana.post("me/devices", Map.of("fcmToken", "token-of-ana", "platform", "ANDROID"))
                .expect(201);
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        for (String title : List.of("Run", "Eat")) {
            ana.post(
                            "reminders",
                            Map.of(
                                    "title",
                                    title,
                                    "start",
                                    LocalDateTime.ofInstant(due, ZoneOffset.UTC)
                                            .truncatedTo(ChronoUnit.MINUTES)
                                            .toString(),
                                    "timeZone",
                                    "UTC"))
                    .expect(201);
        }
        clock.advance(Duration.ofHours(1));
        await().atMost(PATIENCE).until(() -> delivered() == 2 && waitingPushes() == 0);
        assertThat(ana.get("/dev/pushes").expect(200).json().size()).isEqualTo(2);
    }

    /** As it is once everything that is written can be read. */
    private static JsonNode inbox(Session ana) {
        String token = ana.patch("me", Map.of()).expect(200).header("Consistency-Token");
        return ana.get("notifications", "Consistent-With", String.valueOf(token))
                .expect(200)
                .json();
    }

    private long delivered() {
        return count("SELECT count(*) FROM domain_event_entry WHERE payload_type LIKE '%PushDelivered'");
    }

    private long facts() {
        return count("SELECT count(*) FROM domain_event_entry");
    }

    private long waitingPushes() {
        return count("SELECT count(*) FROM push_outbox");
    }

    private long count(String sql) {
        Long count = database.queryForObject(sql, Long.class);
        return count == null ? -1 : count;
    }
}

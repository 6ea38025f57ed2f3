package com.eindr.infra.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountEvent;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.UnitOfWorkBuffer;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.ReadPositions;
import com.eindr.shared.web.Role;
import com.eindr.shared.web.WriteRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@EindrTest
@Import(DeadLettersTest.FragileTable.class)
class DeadLettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");

    private final Commands commands;
    private final ReadPositions positions;
    private final JdbcTemplate database;
    private final MeterRegistry meters;
    private final ApiClient api;

    @Autowired
    DeadLettersTest(
            Commands commands, ReadPositions positions, JdbcTemplate database, MeterRegistry meters, ApiClient api) {
        this.commands = commands;
        this.positions = positions;
        this.database = database;
        this.meters = meters;
        this.api = api;
    }

    /** Counts a person's events, in one statement per batch, and takes no person that its table refuses. */
    @TestConfiguration
    @ProcessingGroup("fragile")
    static class FragileTable implements Projection {
        private final UnitOfWorkBuffer<AccountEvent> buffer;

        FragileTable(JdbcOperations jdbc) {
            jdbc.execute("CREATE TABLE IF NOT EXISTS fragile (person text PRIMARY KEY, events int)");
            jdbc.execute("CREATE TABLE IF NOT EXISTS refused (person text PRIMARY KEY)");
            buffer = new UnitOfWorkBuffer<>(
                    "fragile",
                    (batch, rebuilding) -> batch.forEach(recorded -> jdbc.update(
                            "INSERT INTO fragile AS f SELECT ?, 1 / (1 - count(*)) FROM refused WHERE person = ?"
                                    + " ON CONFLICT (person) DO UPDATE SET events = f.events + 1",
                            recorded.event().userId().value(),
                            recorded.event().userId().value())));
        }

        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public List<String> tables() {
            return List.of("fragile");
        }

        @EventHandler
        void on(AccountEvent event, EventMessage<?> message) {
            buffer.add(Recorded.of(event, message));
        }
    }

    @Test
    void an_event_that_cannot_be_written_waits_with_those_behind_it_and_the_rest_goes_on() {
        database.update("INSERT INTO refused VALUES ('ana')");
        execute(ANA, new RegisterUser(ANA));
        execute(ANA, rename(ANA, "Ana"));
        execute(BEN, new RegisterUser(BEN));
        execute(BEN, rename(BEN, "Ben"));

        await().atMost(PATIENCE).until(() -> events("ben") == 3);
        assertThat(positions.awaitPosition(head(), PATIENCE)).isZero();
        assertThat(events("ana")).isZero();
        JsonNode letters = admin().get("admin/dead-letters").expect(200).json().path("items");
        assertThat(letters.size()).isEqualTo(1);
        assertThat(letters.path(0).path("group").asString()).isEqualTo("fragile");
        assertThat(letters.path(0).path("aggregateId").asString()).isEqualTo("ana");
        assertThat(letters.path(0).path("letters").asLong()).isEqualTo(3);
        assertThat(letters.path(0).path("cause").asString()).contains("division by zero");
        assertThat(meters.get("eindr.deadletters")
                        .tag("group", "fragile")
                        .gauge()
                        .value())
                .isEqualTo(3);

        JsonNode inVain = retry();
        assertThat(inVain.path("settled").asInt()).isZero();
        assertThat(inVain.path("remaining").asInt()).isEqualTo(3);

        database.update("DELETE FROM refused");
        JsonNode settled = retry();
        assertThat(settled.path("settled").asInt()).isEqualTo(1);
        assertThat(settled.path("remaining").asInt()).isZero();
        assertThat(events("ana")).isEqualTo(3);

        execute(ANA, rename(ANA, "Anna"));
        await().atMost(PATIENCE).until(() -> events("ana") == 4);
    }

    @Test
    void letters_of_unknown_groups_are_not_found_and_only_admins_may_look() {
        admin().post("admin/dead-letters/unknown/retry", Map.of()).expect(404);
        api.as("ana").get("admin/dead-letters").expect(403);
    }

    private JsonNode retry() {
        return admin().post("admin/dead-letters/fragile/retry", Map.of())
                .expect(200)
                .json();
    }

    private Session admin() {
        return api.as("root", Role.ADMIN);
    }

    private void execute(UserId who, Object command) {
        commands.execute(command, new WriteRequest(who, null, OptionalLong.empty()));
    }

    private static EditProfile rename(UserId who, String name) {
        return new EditProfile(who, Patch.of(name), Patch.absent(), Patch.absent());
    }

    private int events(String person) {
        return database
                .query("SELECT events FROM fragile WHERE person = ?", (row, index) -> row.getInt(1), person)
                .stream()
                .findFirst()
                .orElse(0);
    }

    private long head() {
        Long head = database.queryForObject("SELECT position FROM event_log_head", Long.class);
        return head == null ? 0 : head;
    }
}

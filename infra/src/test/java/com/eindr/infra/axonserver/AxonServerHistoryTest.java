package com.eindr.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.eventlog.CurrentWrite;
import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Projection;
import com.eindr.shared.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Long histories with the log in Axon Server: read models are made anew from it, and long lives are not read in full. */
@EindrTest
@TestPropertySource(properties = "eindr.event-store=axon-server")
class AxonServerHistoryTest {
    private static final AxonServerDouble SERVER = AxonServerDouble.started("eindr", "secret");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final UserId ANA = new UserId("ana");
    private static final LocalDateTime START = LocalDateTime.parse("2036-12-01T09:00");

    private final ApiClient api;
    private final JdbcTemplate database;

    @Autowired
    AxonServerHistoryTest(ApiClient api, JdbcTemplate database) {
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
    void a_replay_makes_the_same_tables_again_from_axon_server(@Autowired List<Projection> projections) {
        ApiClient.Session admin = api.as("root", Role.ADMIN);
        String last = "";
        for (int i = 0; i < 20; i++) {
            ApiClient.Session person = api.as("person-" + i % 4);
            String path = "reminders/"
                    + person.post("reminders", Map.of("title", "number " + i, "start", "2036-12-01T09:00"))
                            .expect(201)
                            .json()
                            .path("id")
                            .asString();
            last = Objects.requireNonNull((i % 3 == 0
                            ? person.delete(path).expect(200)
                            : person.patch(path, Map.of("title", "edited " + i)).expect(200))
                    .header("Consistency-Token"));
        }
        admin.get("me", "Consistent-With", last).expect(200);
        for (Projection projection : projections) {
            long until = SERVER.events().lastToken() + 1;
            await().atMost(SOON)
                    .until(() -> Boolean.TRUE.equals(database.queryForObject(
                            "SELECT max(position) >= ? FROM audit_entry", Boolean.class, until)));
            Map<String, String> live = digests(projection, until);

            admin.post("admin/projections/" + projection.name() + "/replay", Map.of())
                    .expect(202);
            await().atMost(SOON)
                    .until(() -> admin.get("admin/projections/" + projection.name() + "/replay")
                            .body()
                            .contains("\"DONE\""));

            assertThat(digests(projection, until)).isEqualTo(live);
        }
        // They go on from where the replay ended.
        String after = Objects.requireNonNull(api.as("person-0")
                .post("reminders", Map.of("title", "afterwards", "start", "2036-12-01T09:00"))
                .expect(201)
                .header("Consistency-Token"));
        assertThat(api.as("person-0")
                        .get("reminders", "Consistent-With", after)
                        .expect(200)
                        .body())
                .contains("afterwards");
    }

    @Test
    void a_reminder_of_many_rings_is_read_from_its_snapshot_unless_a_key_has_to_be_looked_for(
            @Autowired EventStore events, @Autowired CommandGateway commands) throws Exception {
        ReminderId id = new ReminderId(TimeOrderedUuid.next());
        rangTimes(events, id, 300);

        commands.sendAndWait(new RingReminder(id, alarm(300)));
        await().atMost(SOON).until(() -> read(events, id) < 10);
        commands.sendAndWait(new RingReminder(id, alarm(301)));

        assertThat(events.lastSequenceNumberFor(id.toString())).contains(302L);
        CurrentWrite keyed = new CurrentWrite(new CallerKey("ana", "a-key", "a-fingerprint"));
        assertThat(keyed.scope().call(() -> read(events, id))).isEqualTo(303);
        database.update("DELETE FROM snapshot_event_entry");
        commands.sendAndWait(new RingReminder(id, alarm(302)));
        assertThat(events.lastSequenceNumberFor(id.toString())).contains(303L);
    }

    /** That somebody orders a replay is an event, too, and auditors find it: they are compared up to a position. */
    private Map<String, String> digests(Projection projection, long until) {
        Map<String, String> digests = new TreeMap<>();
        for (String table : projection.tables()) {
            digests.put(
                    table,
                    String.valueOf(database.queryForObject(
                            "SELECT count(*) || ' ' || md5(string_agg(t::text, '|' ORDER BY t::text)) FROM " + table
                                    + " t" + (projection.name().equals("audit") ? " WHERE position <= " + until : ""),
                            String.class)));
        }
        return digests;
    }

    private static long read(EventStore events, ReminderId id) {
        return events.readEvents(id.toString()).asStream().count();
    }

    private static void rangTimes(EventStore events, ReminderId id, int times) {
        List<DomainEventMessage<?>> life = new ArrayList<>();
        Schedule everyMinute = new Schedule(
                START, ZoneId.of("UTC"), Timing.FIXED, "FREQ=MINUTELY", RepeatFrom.FROM_DUE, OnMissed.FIRE_LATE, null);
        life.add(message(id, 0, new ReminderCreated(id, ANA, ANA, "Breathe", null, everyMinute, alarm(0))));
        for (int i = 0; i < times; i++) {
            Alarm alarm = alarm(i);
            life.add(message(
                    id,
                    i + 1,
                    new OccurrenceRang(
                            id,
                            ANA,
                            "Breathe",
                            alarm.occurrence(),
                            alarm.dueAt(),
                            alarm.dueAt(),
                            false,
                            0,
                            alarm(i + 1))));
        }
        events.publish(life);
    }

    private static DomainEventMessage<?> message(ReminderId id, long number, ReminderEvent event) {
        return new GenericDomainEventMessage<>("Reminder", id.toString(), number, event);
    }

    private static Alarm alarm(int minute) {
        Instant dueAt = START.plusMinutes(minute).toInstant(ZoneOffset.UTC);
        // A rule finer than a day is counted in UTC, and its occurrences are named so.
        return new Alarm(
                new OccurrenceId(dueAt.atOffset(ZoneOffset.UTC).toString()), dueAt, Adjustment.NONE, Alarm.Kind.DUE, 0);
    }
}

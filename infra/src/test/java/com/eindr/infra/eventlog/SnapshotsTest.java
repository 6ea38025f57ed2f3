package com.eindr.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestDatabase;
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
import com.eindr.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A reminder that rings every minute, and how much of its stream a ring reads. */
@EindrTest
class SnapshotsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UserId ANA = new UserId("ana");
    private static final LocalDateTime START = LocalDateTime.of(2040, 1, 1, 0, 0);
    private static final Schedule EVERY_MINUTE = new Schedule(
            START, ZoneId.of("UTC"), Timing.FIXED, "FREQ=MINUTELY", RepeatFrom.FROM_DUE, OnMissed.FIRE_LATE, null);

    private final ReminderId id = ReminderId.of(UUID.randomUUID().toString());
    private final EventStore store;
    private final PostgresEventLog log;
    private final CommandGateway commands;
    private final TestDatabase database;
    private final EventProcessingConfiguration processing;

    @Autowired
    SnapshotsTest(
            EventStore store,
            PostgresEventLog log,
            CommandGateway commands,
            TestDatabase database,
            EventProcessingConfiguration processing) {
        this.store = store;
        this.log = log;
        this.commands = commands;
        this.database = database;
        this.processing = processing;
    }

    @BeforeEach
    void nobody_else_rings() {
        processing.eventProcessors().values().forEach(EventProcessor::shutDown);
    }

    @Test
    void a_short_life_has_no_snapshot() {
        rangTimes(150);
        ring();
        assertThat(log.readSnapshot(id.toString())).isEmpty();
        assertThat(eventsRead()).isEqualTo(152);
    }

    @Test
    void after_two_hundred_events_a_ring_reads_few() {
        rangTimes(1_000);
        ring();
        awaitFewEventsRead();
        for (int i = 0; i < 3; i++) {
            ring();
        }
        assertThat(eventsRead()).isLessThan(10);
        assertThat(log.lastSequenceNumberFor(id.toString())).contains(1_004L);
        assertThat(log.readEvents(id.toString(), 0).asStream()).hasSize(1_005);
        assertThat(armed()).isEqualTo(alarm(1_004));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '{\"reminderId\":'",
                "payload = '{}'",
                "payload_revision = '0'",
                "payload_revision = NULL",
                "payload_type = 'com.eindr.reminder.command.Nothing'",
                "payload_type = 'java.lang.String'",
            })
    void a_snapshot_that_cannot_be_used_is_ignored_and_replaced(String damage) throws SQLException {
        rangTimes(300);
        ring();
        awaitFewEventsRead();
        execute("UPDATE snapshot_event_entry SET " + damage + " WHERE aggregate_identifier = '" + id + "'");
        assertThat(eventsRead()).isEqualTo(302);
        ring();
        assertThat(armed()).isEqualTo(alarm(302));
        awaitFewEventsRead();
    }

    @Test
    void snapshots_may_be_deleted_at_any_time() throws SQLException {
        rangTimes(300);
        ring();
        awaitFewEventsRead();
        execute("TRUNCATE snapshot_event_entry");
        ring();
        assertThat(armed()).isEqualTo(alarm(302));
        awaitFewEventsRead();
    }

    /** What loading the reminder would read now, the snapshot counted as one. */
    private long eventsRead() {
        return store.readEvents(id.toString()).asStream().count();
    }

    private void awaitFewEventsRead() {
        await().atMost(PATIENCE).until(() -> eventsRead() < 10);
    }

    private void rangTimes(int times) {
        log.appendEvents(
                List.of(message(0, new ReminderCreated(id, ANA, ANA, "Breathe", null, EVERY_MINUTE, alarm(0)))));
        log.appendEvents(IntStream.range(0, times)
                .mapToObj(i -> message(
                        i + 1,
                        new OccurrenceRang(
                                id,
                                ANA,
                                "Breathe",
                                alarm(i).occurrence(),
                                alarm(i).dueAt(),
                                alarm(i).dueAt(),
                                false,
                                0,
                                alarm(i + 1))))
                .toList());
    }

    private DomainEventMessage<?> message(long number, ReminderEvent event) {
        return new GenericDomainEventMessage<>("Reminder", id.toString(), number, event);
    }

    private void ring() {
        commands.sendAndWait(new RingReminder(id, armed()));
    }

    private Alarm armed() {
        long last = log.lastSequenceNumberFor(id.toString()).orElseThrow();
        var event = (ReminderEvent.Arming)
                log.readEvents(id.toString(), last).next().getPayload();
        return event.next();
    }

    private static Alarm alarm(int minute) {
        Instant dueAt = START.plusMinutes(minute).toInstant(ZoneOffset.UTC);
        return new Alarm(
                new OccurrenceId(dueAt.atOffset(ZoneOffset.UTC).toString()), dueAt, Adjustment.NONE, Alarm.Kind.DUE, 0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

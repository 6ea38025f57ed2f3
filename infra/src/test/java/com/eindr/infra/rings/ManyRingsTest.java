package com.eindr.infra.rings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many, and not how fast: a benchmark says how fast ({@code infra/bench}). */
@EindrTest
class ManyRingsTest {
    private static final Logger LOG = LoggerFactory.getLogger(ManyRingsTest.class);
    private static final int MANY = Integer.getInteger("eindr.test.rings", 1_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CommandGateway commands;
    private final TestClock clock;
    private final JdbcTemplate jdbc;

    @Autowired
    ManyRingsTest(CommandGateway commands, TestClock clock, JdbcTemplate jdbc) {
        this.commands = commands;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void reminders_due_in_the_same_second_all_ring_once_and_are_all_told() {
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        try (ExecutorService people =
                Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            IntStream.range(0, MANY).forEach(i -> people.execute(() -> remind(i, due)));
        }
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'AxonDeadline'") == MANY);
        long start = System.nanoTime();
        clock.setTo(due);
        await().atMost(PATIENCE).until(() -> rung() >= MANY);
        LOG.info("{} rings took {} ms", MANY, (System.nanoTime() - start) / 1_000_000);
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM push_outbox") == 0 && pushed() >= MANY);
        LOG.info("until every outcome was recorded: {} ms", (System.nanoTime() - start) / 1_000_000);
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM saga_entry") == 0);
        LOG.info("until every saga had ended: {} ms", (System.nanoTime() - start) / 1_000_000);
        LOG.info(
                "lateness by the log: {}",
                jdbc.queryForMap("SELECT max(time_stamp) - min(time_stamp) AS spread FROM domain_event_entry"
                        + " WHERE payload_type LIKE '%OccurrenceRang'"));
        assertThat(rung()).isEqualTo(MANY);
        assertThat(count("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'AxonDeadline'"))
                .isZero();
        assertThat(count("SELECT count(DISTINCT aggregate_identifier) FROM domain_event_entry"
                        + " WHERE payload_type LIKE '%NotificationRaised'"))
                .isEqualTo(MANY);
    }

    private void remind(int number, Instant due) {
        UserId ana = new UserId("ana-" + number % 100);
        commands.sendAndWait(new CreateReminder(
                new ReminderId(TimeOrderedUuid.next()),
                ana,
                ana,
                "Call Bob",
                null,
                new Schedule(
                        LocalDateTime.ofInstant(due, ZoneOffset.UTC),
                        ZoneId.of("UTC"),
                        Timing.FIXED,
                        null,
                        RepeatFrom.FROM_DUE,
                        OnMissed.FIRE_LATE,
                        null)));
    }

    private long rung() {
        return count("SELECT count(*) FROM domain_event_entry WHERE payload_type LIKE '%OccurrenceRang'");
    }

    private long pushed() {
        return count("SELECT count(*) FROM domain_event_entry WHERE payload_type LIKE '%PushNotDelivered'");
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}

package com.eindr.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads the log to its end has seen everything that will ever stand up to there. Two nodes append, one of them
 * with its clock 90 seconds slow; others hold appends open before they commit them or roll them back; meanwhile the audit,
 * the tree and the event processors read.
 */
class OrderWithoutHolesTest {
    private static final Duration SLOW = Duration.ofSeconds(90);
    private static final int STEPS = 240;

    /** On a slow machine many held appends in a row take long, and nobody is to give up. */
    private static final EventLogProperties PATIENT = new EventLogProperties(
            Duration.ofSeconds(60),
            Duration.ofSeconds(50),
            Duration.ofSeconds(55),
            Duration.ofMillis(20),
            Duration.ofMillis(20),
            500,
            1 << 20,
            256);

    private final LogFixture right = new LogFixture(TestServers.freshDatabase(), PATIENT);
    private final LogFixture slow = new LogFixture(right.database, PATIENT);

    @AfterEach
    void close() {
        slow.close();
        right.close();
    }

    private record Seen(long position, String eventId) {}

    @Test
    void nothing_is_skipped_and_nothing_moves_whatever_commits_late_or_never() throws Exception {
        Random random = new Random(90);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> steps = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                String aggregate = "aggregate-" + i;
                int kind = random.nextInt(8);
                int events = 1 + random.nextInt(3);
                Duration open = Duration.ofMillis(random.nextInt(30));
                steps.add(() -> step(kind, aggregate, events, open));
            }
            Future<List<Seen>> audit = readers.submit(() -> readStored(right));
            Future<List<Seen>> tree = readers.submit(() -> readStored(slow));
            Future<List<Seen>> processor = readers.submit(() -> readStream(right));

            long committed = 0;
            for (Future<Integer> step : writers.invokeAll(steps)) {
                committed += step.get();
            }
            right.append("end", 0);
            List<Seen> table = table();

            assertThat(table)
                    .extracting(Seen::position)
                    .isEqualTo(LongStream.rangeClosed(1, committed + 1).boxed().toList());
            assertThat(audit.get()).isEqualTo(table);
            assertThat(tree.get()).isEqualTo(table);
            assertThat(processor.get()).isEqualTo(table);
        }
    }

    @Test
    void an_append_that_is_held_open_is_seen_by_nobody_and_nothing_comes_before_it() throws Exception {
        StoredEvents log = new PostgresStoredEvents(right.pool, right.reader);
        right.append("before", 0);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                Connection held = right.database.connect()) {
            held.setAutoCommit(false);
            AppendStatement.execute(held, List.of(append(Instant.now(), "held", 1)));
            Future<?> later = others.submit(() -> append(slow, "later", 1));

            assertThat(log.last()).isEqualTo(1);
            assertThat(log.after(1, 10)).isEmpty();
            held.commit();
            later.get(60, TimeUnit.SECONDS);

            assertThat(log.after(1, 10)).extracting(StoredEvent::aggregateId).containsExactly("held", "later");
            assertThat(log.after(1, 10).get(1).timestamp())
                    .isBefore(log.after(1, 10).get(0).timestamp().minusSeconds(60));
        }
    }

    /** @return how many events were committed */
    private int step(int kind, String aggregate, int events, Duration open) throws SQLException {
        switch (kind) {
            case 0, 1, 2 -> append(right, aggregate, events);
            case 3, 4, 5 -> append(slow, aggregate, events);
            default -> {
                try (Connection connection = right.database.connect()) {
                    connection.setAutoCommit(false);
                    AppendStatement.execute(
                            connection, List.of(append(Instant.now().minus(SLOW), aggregate, events)));
                    LockSupport.parkNanos(open.toNanos());
                    if (kind == 6) {
                        connection.rollback();
                        return 0;
                    }
                    connection.commit();
                }
            }
        }
        return events;
    }

    private void append(LogFixture node, String aggregate, int events) {
        Instant now = node == slow ? Instant.now().minus(SLOW) : Instant.now();
        node.log.appendEvents(events(now, aggregate, events));
    }

    private static Append append(Instant now, String aggregate, int count) {
        List<DomainEventMessage<?>> events = events(now, aggregate, count);
        return new Append(
                events,
                events.stream()
                        .map(event -> EventRow.of(event, LogFixture.serializer()))
                        .toList(),
                null,
                System.nanoTime() + LogFixture.PROPERTIES.appendTimeout().toNanos());
    }

    private static List<DomainEventMessage<?>> events(Instant now, String aggregate, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            DomainEventMessage<?> event = LogFixture.event(aggregate, number);
            events.add(new GenericDomainEventMessage<>(event.getType(), aggregate, number, event, () -> now));
        }
        return events;
    }

    /** As the audit, the export and the tree read: from position to position, as far as the log goes. */
    private static List<Seen> readStored(LogFixture node) {
        StoredEvents log = new PostgresStoredEvents(node.pool, node.reader);
        List<Seen> seen = new ArrayList<>();
        while (true) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            for (StoredEvent event :
                    log.after(seen.isEmpty() ? 0 : seen.getLast().position(), 7)) {
                seen.add(new Seen(event.position(), event.eventId()));
                if (event.aggregateId().equals("end")) {
                    return seen;
                }
            }
        }
    }

    /** As event processors read: told by the node when there is more. */
    private static List<Seen> readStream(LogFixture node) throws InterruptedException {
        LogStream stream = new LogStream(node.log, 0);
        List<Seen> seen = new ArrayList<>();
        while (true) {
            TrackedEventMessage<?> event = stream.nextAvailable();
            seen.add(new Seen(event.trackingToken().position().orElseThrow(), event.getIdentifier()));
            if (event instanceof DomainEventMessage<?> fact
                    && fact.getAggregateIdentifier().equals("end")) {
                return seen;
            }
        }
    }

    private List<Seen> table() {
        return new PostgresStoredEvents(right.pool, right.reader)
                .after(0, 10_000).stream()
                        .map(event -> new Seen(event.position(), event.eventId()))
                        .toList();
    }
}

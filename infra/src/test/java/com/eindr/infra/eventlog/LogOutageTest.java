package com.eindr.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.TestServers;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogOutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LogFixture node = new LogFixture(TestServers.freshDatabase());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void connections_that_break_lose_nothing_and_double_nothing() throws Exception {
        int appends = 1_000;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            CompletableFuture<Void> killing = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 20; i++) {
                    run("SELECT pg_terminate_backend(pid), pg_sleep(0.02) FROM pg_stat_activity"
                            + " WHERE application_name = 'eindr-event-log' AND datname = current_database()");
                }
            });
            for (int i = 0; i < appends; i++) {
                String aggregate = "a" + i;
                done.add(callers.submit(() -> node.append(aggregate, 0)));
                if (i % 50 == 0) {
                    done.getLast().get();
                }
            }
            for (Future<?> append : done) {
                append.get();
            }
            killing.join();
        }
        assertThat(node.positions())
                .isEqualTo(LongStream.rangeClosed(1, appends).boxed().toList());
    }

    @Test
    void an_append_whose_commit_was_not_confirmed_is_found_and_not_repeated() throws Exception {
        // The statement commits on the server while its connection is cut: nobody tells the writer how it ended.
        node.execute("CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_sleep(0.2); RETURN NULL; END $$");
        node.execute("CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON domain_event_entry"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()");
        try (BrokenLine line = new BrokenLine(node.database);
                LogFixture remote = new LogFixture(node.database, line.url(), LogFixture.PROPERTIES)) {
            remote.append("before", 0);
            CompletableFuture<Void> cut = line.cutAfter(Duration.ofMillis(100));
            remote.append("during", 0);
            cut.join();
            remote.append("after", 0);
        }
        assertThat(node.positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void while_postgresql_does_not_let_us_write_callers_are_told_so_soon_and_nothing_is_written_later()
            throws Exception {
        EventLogProperties hasty = new EventLogProperties(
                Duration.ofMillis(300),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                500,
                1 << 20,
                256);
        try (LogFixture other = new LogFixture(node.database, hasty)) {
            try (Connection holder = node.database.connect();
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("UPDATE event_log_head SET position = position");
                assertThatThrownBy(() -> other.append("ana", 0)).isInstanceOf(StoreUnavailable.class);
                holder.rollback();
            }
            other.append("ben", 0);
        }
        assertThat(node.positions()).containsExactly(1L);
    }

    /** Sixty seconds are what a tracking processor with gaps would wait before it forgot one. */
    @Test
    void an_insert_held_open_for_over_a_minute_hides_no_event() throws Exception {
        node.append("before", 0);
        ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
        Thread reader = Thread.ofVirtual().start(() -> read(seen));
        try (Connection holder = node.database.connect();
                Statement statement = holder.createStatement();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE event_log_head SET position = position + 1");
            statement.execute("INSERT INTO domain_event_entry SELECT 2, '" + TimeOrderedUuid.next() + "', 'held', 0,"
                    + " type, payload_type, payload_revision, now(), payload, meta_data FROM domain_event_entry");
            Future<?> early = callers.submit(() -> node.append("early", 0));
            statement.execute("SELECT pg_sleep(61)");
            assertThatThrownBy(early::get).hasCauseInstanceOf(StoreUnavailable.class);
            Future<?> late = callers.submit(() -> node.append("late", 0));
            holder.commit();
            late.get();
        }
        node.append("after", 0);
        await().atMost(PATIENCE).until(() -> seen.size() >= 4);
        reader.interrupt();
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
        assertThat(node.positions()).containsExactly(1L, 2L, 3L, 4L);
    }

    private void read(ConcurrentLinkedQueue<Long> seen) {
        try (TrackingEventStream stream = new LogEventStore(node.log).openStream(new GlobalSequenceTrackingToken(0))) {
            while (true) {
                seen.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String sql) {
        try {
            node.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

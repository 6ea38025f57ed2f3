package com.eindr.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.infra.testing.TestServers;
import com.eindr.shared.MessageKeys;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresEventLogTest {
    private final LogFixture node = new LogFixture(TestServers.freshDatabase());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void what_was_appended_is_read_back_as_it_was() {
        DomainEventMessage<?> event = LogFixture.event("ana", 0);
        node.log.appendEvents(List.of(event));

        List<? extends DomainEventMessage<?>> stream =
                node.log.readEvents("ana").asStream().toList();
        assertThat(stream).hasSize(1);
        DomainEventMessage<?> read = stream.getFirst();
        assertThat(read.getPayload()).isEqualTo(event.getPayload());
        assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(read.getMetaData()).isEqualTo(event.getMetaData());
        assertThat(read.getMetaData()).containsEntry(MessageKeys.ACTOR, "ana");
        assertThat(read.getTimestamp()).isEqualTo(EventRow.storable(event.getTimestamp()));
        assertThat(read.getSequenceNumber()).isZero();
        assertThat(read.getType()).isEqualTo("Account");
        assertThat(node.log.lastSequenceNumberFor("ana")).contains(0L);
        assertThat(node.log.lastSequenceNumberFor("ben")).isEmpty();
    }

    @Test
    void a_race_lost_beside_the_target_is_worth_another_try_and_one_lost_to_the_target_is_not() {
        node.append("allowance", 0);
        node.append("reminder", 0);
        long before = node.log.position();

        assertThatThrownBy(() -> node.log.appendEvents(
                        List.of(LogFixture.event("allowance", 0), LogFixture.event("another", 0))))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("allowance");
        assertThatThrownBy(() -> node.log.appendEvents(
                        List.of(LogFixture.event("allowance", 1), LogFixture.event("reminder", 0))))
                .isInstanceOf(AggregateStreamCreationException.class)
                .hasMessageContaining("reminder");
        assertThat(node.log.position()).isEqualTo(before);
        assertThat(node.log.lastSequenceNumberFor("allowance")).contains(0L);

        node.log.appendEvents(List.of(LogFixture.event("allowance", 1), LogFixture.event("another", 0)));
        assertThat(node.log.position()).isEqualTo(before + 2);
    }

    @Test
    void positions_are_dense_and_in_order_whoever_appends_and_whoever_loses() throws Exception {
        try (LogFixture other = new LogFixture(node.database);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> appends = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String aggregate = "a" + i / 2;
                LogFixture appender = i % 3 == 0 ? other : node;
                long number = 0;
                appends.add(() -> {
                    try {
                        appender.append(aggregate, number, number + 1);
                        return true;
                    } catch (AggregateStreamCreationException e) {
                        return false;
                    }
                });
            }
            long won = 0;
            for (Future<Boolean> append : callers.invokeAll(appends)) {
                won += append.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1_000);
            assertThat(node.positions())
                    .isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
            assertThat(node.log.position()).isEqualTo(2_000);
        }
    }

    @Test
    void only_the_one_who_lost_is_refused() throws Exception {
        node.append("contested", 0);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> good = new ArrayList<>();
            Future<?> bad;
            // While the head row is held, everything gathers in one statement.
            try (var connection = node.database.connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("UPDATE event_log_head SET position = position");
                IntStream.range(0, 50).forEach(i -> good.add(callers.submit(() -> node.append("good" + i, 0))));
                bad = callers.submit(() -> node.append("contested", 0));
                IntStream.range(50, 100).forEach(i -> good.add(callers.submit(() -> node.append("good" + i, 0))));
                connection.rollback();
            }
            for (Future<?> append : good) {
                append.get();
            }
            assertThatThrownBy(bad::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(AggregateStreamCreationException.class);
        }
        assertThat(node.positions())
                .isEqualTo(LongStream.rangeClosed(1, 101).boxed().toList());
    }

    @Test
    void whoever_appends_to_an_aggregate_that_moved_on_has_lost_a_race() {
        node.append("ana", 0, 1);
        assertThatThrownBy(() -> node.append("ana", 1)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void an_append_is_all_or_nothing() throws SQLException {
        node.append("ana", 0, 1);
        assertThatThrownBy(() -> node.append("ana", 3, 1)).isInstanceOf(ConcurrencyException.class);
        assertThat(node.positions()).containsExactly(1L, 2L);
    }

    @Test
    void history_cannot_be_changed() {
        node.append("ana", 0);
        assertThatThrownBy(() -> node.execute("UPDATE domain_event_entry SET aggregate_identifier = 'ben'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> node.execute("DELETE FROM domain_event_entry")).hasMessageContaining("never changed");
        assertThatThrownBy(() -> node.execute("TRUNCATE domain_event_entry")).hasMessageContaining("never changed");
    }

    @Test
    void tokens_name_the_ends_and_the_moments_of_the_log() {
        assertThat(node.log.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(node.log.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        node.append("ana", 0);
        Instant between = node.log.readEvents("ana").next().getTimestamp().plusNanos(1_000);
        node.append("ana", 1, 2);
        assertThat(node.log.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(node.log.createTokenAt(between)).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(node.log.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(node.log.createTokenAt(Instant.now().plusSeconds(60))).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(node.log.readEvents(new GlobalSequenceTrackingToken(1), false))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(new GlobalSequenceTrackingToken(2), new GlobalSequenceTrackingToken(3));
    }
}

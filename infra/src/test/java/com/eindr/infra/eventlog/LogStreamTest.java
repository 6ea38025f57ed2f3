package com.eindr.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.Profile;
import com.eindr.infra.testing.TestServers;
import com.eindr.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogStreamTest {
    private final LogFixture node = new LogFixture(TestServers.freshDatabase());
    private final LogEventStore store = new LogEventStore(node.log);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void a_stream_begins_behind_its_token_and_goes_through_memory_and_table_in_order() throws Exception {
        // More than the fixture keeps in memory, so that the beginning comes from the table.
        for (int i = 0; i < 20; i++) {
            append("a" + i, 40);
        }
        try (TrackingEventStream stream = store.openStream(new GlobalSequenceTrackingToken(100))) {
            for (long position = 101; position <= 800; position++) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                assertThat(event.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
                assertThat(event.getPayload()).isNotNull();
            }
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void a_stream_is_called_when_this_node_or_another_appends() throws Exception {
        try (TrackingEventStream stream = store.openStream(null);
                LogFixture other = new LogFixture(node.database)) {
            CountDownLatch own = new CountDownLatch(1);
            assertThat(stream.setOnAvailableCallback(own::countDown)).isTrue();
            node.append("ana", 0);
            assertThat(own.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.peek()).isPresent();
            assertThat(stream.nextAvailable().trackingToken().position()).hasValue(1);

            CountDownLatch foreign = new CountDownLatch(1);
            stream.setOnAvailableCallback(foreign::countDown);
            other.append("ben", 0);
            assertThat(foreign.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().trackingToken().position()).hasValue(2);
        }
    }

    @Test
    void of_events_that_nobody_is_for_only_the_last_of_a_row_is_passed_on() throws Exception {
        try (TrackingEventStream stream = store.openStream(null)) {
            append("ana", 4);
            announced(4);
            stream.skipMessagesWithPayloadTypeOf(stream.nextAvailable());
            append("ben", 40);
            node.log.appendEvents(List.of(moved("ben", 40)));
            append("cem", 40);
            announced(85);

            assertThat(positionsIn(stream))
                    .startsWith(2L, 3L, 4L)
                    .contains(45L)
                    .endsWith(85L)
                    .doesNotContain(5L, 44L, 46L);
        }
    }

    /** Readers are told a moment after a commit, and of several together. */
    private void announced(long position) {
        await().until(() -> node.log.head().announced() == position);
    }

    private static List<Long> positionsIn(TrackingEventStream stream) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }

    private static DomainEventMessage<?> moved(String userId, long number) {
        return new GenericDomainEventMessage<>(
                "Account", userId, number, new TimeZoneChanged(new UserId(userId), Profile.INITIAL));
    }

    @Test
    void what_comes_from_memory_equals_what_comes_from_the_table() throws Exception {
        node.append("ana", 0);
        try (LogFixture fresh = new LogFixture(node.database);
                TrackingEventStream memory = store.openStream(null);
                TrackingEventStream table = new LogEventStore(fresh.log).openStream(null)) {
            TrackedEventMessage<?> one = memory.nextAvailable();
            TrackedEventMessage<?> two = table.nextAvailable();
            assertThat(one.getPayload()).isEqualTo(two.getPayload());
            assertThat(one.getMetaData()).isEqualTo(two.getMetaData());
            assertThat(one.getTimestamp()).isEqualTo(two.getTimestamp());
            assertThat(one.getIdentifier()).isEqualTo(two.getIdentifier());
            assertThat(one.trackingToken()).isEqualTo(two.trackingToken());
        }
    }

    private void append(String aggregateId, int events) {
        for (int i = 0; i < events; i += 4) {
            node.append(aggregateId, i, i + 1, i + 2, i + 3);
        }
    }
}

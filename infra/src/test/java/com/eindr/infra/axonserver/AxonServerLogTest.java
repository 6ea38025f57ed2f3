package com.eindr.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.infra.axon.StoredJson;
import com.eindr.infra.eventlog.CurrentWrite;
import com.eindr.infra.eventlog.CurrentWrite.Appended;
import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.infra.eventlog.KeyTaken;
import com.eindr.infra.eventlog.SnapshotTable;
import com.eindr.infra.eventlog.SnapshotsAtHand;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.StoreUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AxonServerLogTest {
    private static final String CALLER = "ana";
    private static JdbcTemplate database;

    private final AxonServerDouble server = AxonServerDouble.started("eindr", "secret");
    private final String id = TimeOrderedUuid.next().toString();
    private AxonServerConnectionManager connections;
    private AxonServerLog log;
    private AxonServerEvents events;

    @BeforeAll
    static void make_a_database() {
        TestDatabase fresh = TestServers.freshDatabase();
        database = new JdbcTemplate(
                new DriverManagerDataSource(fresh.getJdbcUrl(), fresh.getUsername(), fresh.getPassword()));
    }

    @BeforeEach
    void connect() {
        database.execute("TRUNCATE idempotency_key, append_intention");
        connections = connection("secret");
        AxonServerCalls calls = calls(connections);
        log = new AxonServerLog(
                calls,
                new OncePerKey(calls, database.getDataSource()),
                new SnapshotTable(
                        database.getDataSource(),
                        serializer(),
                        new AnnotationRevisionResolver(),
                        new SnapshotsAtHand()),
                new SimpleMeterRegistry());
        events = new AxonServerEvents(log, calls);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !unavailable(this::position));
    }

    @AfterEach
    void stop() {
        connections.shutdown();
        server.close();
    }

    @Test
    void events_are_read_back_as_they_were_appended() {
        DomainEventMessage<?> written = event(id, 0);
        log.appendEvents(List.of(written, event(id, 1)));
        List<? extends DomainEventMessage<?>> read =
                events.readEvents(id).asStream().toList();
        assertThat(read).hasSize(2);
        assertThat(read.getFirst().getPayload()).isEqualTo(written.getPayload());
        assertThat(read.getFirst().getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getFirst().getType()).isEqualTo("Account");
        assertThat(read.getFirst().getTimestamp().toEpochMilli())
                .isEqualTo(written.getTimestamp().toEpochMilli());
        assertThat(read.getFirst().getMetaData()).isEqualTo(written.getMetaData());
        assertThat(log.lastSequenceNumberFor(id)).contains(1L);
        assertThat(log.lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void positions_count_the_events_from_one() throws InterruptedException {
        assertThat(log.createHeadToken().position()).hasValue(0);
        append(id, 0, 1, 2);
        assertThat(log.createHeadToken().position()).hasValue(3);
        assertThat(log.createTokenAt(Instant.EPOCH).position()).hasValue(0);
        assertThat(log.createTokenAt(Instant.now().plusSeconds(9)).position()).hasValue(3);
        try (TrackingEventStream all = events.openStream(null);
                TrackingEventStream rest = events.openStream(new GlobalSequenceTrackingToken(2))) {
            assertThat(next(all)).isEqualTo(1);
            assertThat(next(all)).isEqualTo(2);
            assertThat(next(rest)).isEqualTo(3);
            assertThat(rest.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void more_events_than_a_stream_has_permits_for_arrive_in_order() throws InterruptedException {
        append(id, LongStream.range(0, 3000).toArray());
        try (TrackingEventStream stream = events.openStream(null)) {
            for (long position = 1; position <= 3000; position++) {
                assertThat(next(stream)).isEqualTo(position);
            }
        }
    }

    @Test
    void of_two_who_append_to_one_aggregate_the_second_is_refused() {
        append(id, 0);
        assertThatThrownBy(() -> append(id, 0)).isInstanceOf(AggregateStreamCreationException.class);
        append(id, 1);
        assertThatThrownBy(() -> append(id, 1)).isInstanceOf(ConcurrencyException.class);
        assertThat(position()).isEqualTo(2);
    }

    @Test
    void an_open_stream_tells_of_news_and_survives_an_outage() throws InterruptedException {
        append(id, 0);
        try (TrackingEventStream stream = events.openStream(null)) {
            assertThat(next(stream)).isEqualTo(1);
            server.stop();
            Awaitility.await().until(() -> unavailable(this::position));
            assertThat(unavailable(() -> append(id, 1))).isTrue();
            assertThat(unavailable(() -> events.readEvents(id))).isTrue();
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
            server.start();
            Awaitility.await().until(() -> !unavailable(this::position));
            append(id, 1);
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            assertThat(next(stream)).isEqualTo(2);
        }
    }

    @Test
    void nothing_is_served_without_the_token() {
        AxonServerConnectionManager stranger = connection("guessed");
        try {
            assertThat(unavailable(() -> calls(stranger).position())).isTrue();
        } finally {
            stranger.shutdown();
        }
    }

    @Test
    void a_key_goes_into_the_log_and_its_table_with_the_events() {
        Appended first = keyed("k", "f", event(id, 0), event(id, 1));
        assertThat(first).isEqualTo(new Appended(id, 2, 2));
        assertThat(answers()).containsExactly(new Answered("f", id, 2, 2));
        assertThat(intentions()).isZero();
        assertThatThrownBy(() -> keyed("k", "f", event(id, 2))).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> keyed("k", "other", event("elsewhere", 0))).isInstanceOf(KeyTaken.class);
        assertThat(position()).isEqualTo(2);
    }

    @Test
    void a_creation_repeated_after_a_crash_finds_the_first_although_its_id_is_new() {
        keyed("k", "f", event(id, 0));
        crashedBeforeTheAnswer("k", id);
        append("noise", 0);
        String another = TimeOrderedUuid.next().toString();
        assertThatThrownBy(() -> keyed("k", "f", event(another, 0))).isInstanceOf(KeyTaken.class);
        assertThat(answers()).containsExactly(new Answered("f", id, 1, 2));
        assertThat(log.lastSequenceNumberFor(another)).isEmpty();
    }

    @Test
    void a_creation_of_a_chosen_id_finds_the_first_even_if_all_is_forgotten() {
        keyed("k", "f", event(id, 0));
        database.execute("TRUNCATE idempotency_key, append_intention");
        assertThatThrownBy(() -> keyed("k", "f", event(id, 0))).isInstanceOf(KeyTaken.class);
        assertThat(answers()).containsExactly(new Answered("f", id, 1, 1));
    }

    @Test
    void a_change_repeated_after_a_crash_is_found_before_it_is_decided() {
        append(id, 0);
        keyed("k", "f", event(id, 1));
        crashedBeforeTheAnswer("k", id);
        CurrentWrite again = new CurrentWrite(new CallerKey(CALLER, "k", "f"));
        assertThatThrownBy(() -> again.scope().run(() -> events.readEvents(id))).isInstanceOf(KeyTaken.class);
        assertThat(answers()).containsExactly(new Answered("f", id, 2, 2));
        CurrentWrite somebodyElses = new CurrentWrite(new CallerKey("ben", "k", "f"));
        somebodyElses
                .scope()
                .run(() -> assertThat(events.readEvents(id).asStream()).hasSize(2));
    }

    @Test
    void a_crash_before_the_append_leaves_the_key_free() {
        crashedBeforeTheAnswer("k", "never-appended");
        assertThat(keyed("k", "f", event(id, 0))).isEqualTo(new Appended(id, 1, 1));
        assertThat(intentions()).isZero();
    }

    @Test
    void a_lost_race_leaves_the_key_free_and_an_outage_leaves_the_intention() {
        append(id, 0);
        assertThatThrownBy(() -> keyed("k", "f", event(id, 0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(answers()).isEmpty();
        assertThat(intentions()).isZero();
        server.stop();
        assertThat(unavailable(() -> keyed("k", "f", event(id, 1)))).isTrue();
        assertThat(intentions()).isEqualTo(1);
    }

    private record Answered(String fingerprint, String aggregateId, long version, long position) {}

    private static List<Answered> answers() {
        return database.query(
                "SELECT fingerprint, aggregate_id, version, position FROM idempotency_key",
                (row, index) -> new Answered(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    private static long intentions() {
        Long count = database.queryForObject("SELECT count(*) FROM append_intention", Long.class);
        return count == null ? 0 : count;
    }

    /** What the tables hold when a node dies while it appends, or right after. */
    private static void crashedBeforeTheAnswer(String key, String aggregateId) {
        database.update("DELETE FROM idempotency_key");
        database.update(
                "INSERT INTO append_intention (caller, key, aggregate_id) VALUES (?, ?, ?)", CALLER, key, aggregateId);
    }

    private Appended keyed(String key, String fingerprint, DomainEventMessage<?>... appended) {
        CurrentWrite write = new CurrentWrite(new CallerKey(CALLER, key, fingerprint));
        write.scope().run(() -> log.appendEvents(List.of(appended)));
        return write.appended();
    }

    private void append(String aggregateId, long... numbers) {
        log.appendEvents(LongStream.of(numbers)
                .mapToObj(number -> event(aggregateId, number))
                .toList());
    }

    private static DomainEventMessage<?> event(String aggregateId, long number) {
        return new GenericDomainEventMessage<>(
                "Account",
                aggregateId,
                number,
                new UserRegistered(new UserId(aggregateId), Profile.INITIAL, Preferences.INITIAL),
                Map.of(MessageKeys.ACTOR, CALLER, MessageKeys.CORRELATION, "c"));
    }

    private static long next(TrackingEventStream stream) throws InterruptedException {
        TrackedEventMessage<?> message = stream.nextAvailable();
        return message.trackingToken().position().orElse(-1);
    }

    private long position() {
        return log.createHeadToken().position().orElse(-1);
    }

    private static boolean unavailable(Runnable call) {
        try {
            call.run();
            return false;
        } catch (StoreUnavailable e) {
            return true;
        }
    }

    private AxonServerConnectionManager connection(String token) {
        AxonServerConfiguration settings = new AxonServerConfiguration();
        settings.setServers(server.address());
        settings.setComponentName("test");
        settings.setContext("eindr");
        settings.setToken(token);
        settings.setReconnectInterval(100);
        settings.setConnectTimeout(2000);
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .routingServers(settings.getServers())
                .build();
    }

    private static AxonServerCalls calls(AxonServerConnectionManager connections) {
        return new AxonServerCalls(
                connections, new WireEvents(serializer()), NoOpEventUpcaster.INSTANCE, Duration.ofSeconds(3));
    }

    private static Jackson3Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(StoredJson::configure)
                .build();
    }
}

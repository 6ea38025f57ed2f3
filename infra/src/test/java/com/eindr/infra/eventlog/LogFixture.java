package com.eindr.infra.eventlog;

import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.infra.axon.StoredJson;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.UserId;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** An event log on a database of its own, as one node has it. */
final class LogFixture implements AutoCloseable {
    static final EventLogProperties PROPERTIES = new EventLogProperties(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(20),
            Duration.ofMillis(20),
            500,
            1 << 20,
            256);

    final TestDatabase database;
    final HikariDataSource pool = new HikariDataSource();
    final LogReader reader;
    final PostgresEventLog log;

    LogFixture(TestDatabase database) {
        this(database, PROPERTIES);
    }

    LogFixture(TestDatabase database, EventLogProperties properties) {
        this(database, database.getJdbcUrl(), properties);
    }

    /** @param writerUrl another way to the same database, for the writer alone */
    LogFixture(TestDatabase database, String writerUrl, EventLogProperties properties) {
        this.database = database;
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(1000);
        reader = new LogReader(pool, serializer(), NoOpEventUpcaster.INSTANCE);
        log = new PostgresEventLog(
                new WriterConnection(writerUrl, database.getUsername(), database.getPassword(), properties),
                reader,
                new SnapshotTable(pool, serializer(), new AnnotationRevisionResolver(), new SnapshotsAtHand()),
                serializer(),
                NoOpEventUpcaster.INSTANCE,
                properties,
                new SimpleMeterRegistry());
    }

    static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(StoredJson::configure)
                .build();
    }

    /** Any event, as the n-th (from 0) of an aggregate. */
    static DomainEventMessage<?> event(String aggregateId, long number) {
        return new GenericDomainEventMessage<>(
                "Account",
                aggregateId,
                number,
                new UserRegistered(new UserId(aggregateId), Profile.INITIAL, Preferences.INITIAL),
                Map.of(MessageKeys.ACTOR, aggregateId, MessageKeys.CORRELATION, "c"));
    }

    void append(String aggregateId, long... numbers) {
        log.appendEvents(LongStream.of(numbers)
                .mapToObj(number -> event(aggregateId, number))
                .toList());
    }

    /** Every position in the table, in order. */
    List<Long> positions() throws SQLException {
        return numbers("SELECT global_index FROM domain_event_entry ORDER BY global_index");
    }

    List<Long> numbers(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (result.next()) {
                numbers.add(result.getLong(1));
            }
            return numbers;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        log.close();
        pool.close();
    }
}

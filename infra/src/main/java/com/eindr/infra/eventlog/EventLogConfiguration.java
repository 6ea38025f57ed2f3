package com.eindr.infra.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event log in PostgreSQL, which is the default. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLogProperties.class)
@ConditionalOnProperty(name = "eindr.event-store", havingValue = "postgres", matchIfMissing = true)
class EventLogConfiguration {

    @Bean
    LogReader logReader(
            DataSource dataSource, @Qualifier("eventSerializer") Serializer serializer, List<EventUpcaster> upcasters) {
        return new LogReader(dataSource, serializer, new EventUpcasterChain(upcasters));
    }

    @Bean
    StoredEvents storedEvents(DataSource dataSource, LogReader reader) {
        return new PostgresStoredEvents(dataSource, reader);
    }

    @Bean
    PostgresEventLog postgresEventLog(
            DataSource dataSource,
            LogReader reader,
            @Qualifier("eventSerializer") Serializer serializer,
            List<EventUpcaster> upcasters,
            SnapshotTable snapshots,
            EventLogProperties properties,
            MeterRegistry meters)
            throws SQLException {
        // The writer's connection goes where the pool's connections go.
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        WriterConnection connection =
                new WriterConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword(), properties);
        return new PostgresEventLog(
                connection, reader, snapshots, serializer, new EventUpcasterChain(upcasters), properties, meters);
    }

    @Bean({"eventStore", "eventBus"})
    EventStore eventStore(PostgresEventLog log) {
        return new LogEventStore(log);
    }
}

package com.eindr.infra.axonserver;

import com.eindr.infra.eventlog.LogPosition;
import com.eindr.infra.eventlog.SnapshotTable;
import com.eindr.infra.eventlog.StoredEvents;
import com.eindr.infra.positions.StoredPositions;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The event log in Axon Server, and nothing else there: {@code axon.axonserver.enabled} stays false, so that none of the
 * connector's auto-configuration runs, and commands, queries and event processors stay in this process. The other
 * settings of {@code axon.axonserver} (servers, context, token, certificate) count.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AxonServerConfiguration.class)
@ConditionalOnProperty(name = EventStoreChoice.PROPERTY, havingValue = EventStoreChoice.AXON_SERVER)
class AxonServerStoreConfiguration {
    /** As long as the answers that take an intention's place. */
    private static final int INTENTIONS_KEPT_HOURS = 25;

    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnection(
            AxonServerConfiguration settings, @Value("${spring.application.name}") String name) {
        settings.setComponentName(name);
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .routingServers(settings.getServers())
                .build();
    }

    @Bean
    AxonServerCalls axonServerCalls(
            AxonServerConnectionManager connections,
            AxonServerConfiguration settings,
            @Qualifier("eventSerializer") Serializer serializer,
            List<EventUpcaster> upcasters) {
        return new AxonServerCalls(
                connections,
                new WireEvents(serializer),
                new EventUpcasterChain(upcasters),
                Duration.ofMillis(settings.getCommitTimeout()));
    }

    @Bean
    AxonServerLog axonServerLog(
            AxonServerCalls calls, DataSource dataSource, SnapshotTable snapshots, MeterRegistry meters) {
        return new AxonServerLog(calls, new OncePerKey(calls, dataSource), snapshots, meters);
    }

    @Bean({"eventStore", "eventBus"})
    EventStore eventStore(AxonServerLog log, AxonServerCalls calls) {
        return new AxonServerEvents(log, calls);
    }

    /** As far as the streams of this node have come. */
    @Bean
    LogPosition logPosition(AxonServerCalls calls) {
        return calls::known;
    }

    @Bean
    StoredPositions storedPositions(AxonServerCalls calls, JdbcClient database) {
        return new AxonServerStoredPositions(calls, database);
    }

    @Bean
    StoredEvents storedEvents(AxonServerCalls calls) {
        return new AxonServerStoredEvents(calls);
    }

    @Bean
    HealthIndicator axonServer(AxonServerCalls calls) {
        return new AxonServerHealth(calls);
    }

    @Bean
    RecurringTask<Void> forgetAppendIntentions(JdbcClient database) {
        return Tasks.recurring("forget-append-intentions", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> database.sql(
                                "DELETE FROM append_intention WHERE begun_at < now() - ? * interval '1 hour'")
                        .param(INTENTIONS_KEPT_HOURS)
                        .update());
    }
}

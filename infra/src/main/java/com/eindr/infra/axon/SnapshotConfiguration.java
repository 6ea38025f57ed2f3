package com.eindr.infra.axon;

import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * When snapshots are made: of a reminder, about every {@value #EVENTS} events, where the log is in PostgreSQL. Everything
 * else lives shortly.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    private static final int EVENTS = 200;

    @Bean
    @ConditionalOnProperty(name = "eindr.event-store", havingValue = "postgres", matchIfMissing = true)
    ValueSnapshotter snapshotter(
            Configuration axon, HandlerDefinition handlers, ParameterResolverFactory parameters, EventStore events) {
        return new ValueSnapshotter(SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .eventStore(events));
    }

    @Bean("reminderSnapshots")
    @ConditionalOnProperty(name = "eindr.event-store", havingValue = "postgres", matchIfMissing = true)
    SnapshotTriggerDefinition reminderSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS);
    }

    @Bean("reminderSnapshots")
    @ConditionalOnProperty(name = "eindr.event-store", havingValue = "axon-server")
    SnapshotTriggerDefinition noReminderSnapshots() {
        return NoSnapshotTriggerDefinition.INSTANCE;
    }
}

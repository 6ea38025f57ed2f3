package com.eindr.infra.axon;

import com.eindr.infra.eventlog.SnapshotsAtHand;
import com.eindr.shared.command.Repositories;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/**
 * When snapshots are made: of a reminder, of the account of a pair and of a friendship, about every {@value #EVENTS} events; of
 * what is reached through {@link Repositories} also in memory, after each. Everything else lives shortly.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    private static final int EVENTS = 200;

    @Bean
    ValueSnapshotter snapshotter(
            Configuration axon, HandlerDefinition handlers, ParameterResolverFactory parameters, EventStore events) {
        return new ValueSnapshotter(SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .eventStore(events));
    }

    @Bean("reminderSnapshots")
    SnapshotTriggerDefinition reminderSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS);
    }

    /**
     * @param axon asked when a command is handled: handlers are set up while Axon's configuration is being made
     * @param snapshotter as well
     */
    @Bean
    Repositories repositories(
            ObjectProvider<Configuration> axon, SnapshotsAtHand atHand, ObjectProvider<ValueSnapshotter> snapshotter) {
        return new RepositoriesAtHand(axon, atHand, snapshotter, EVENTS);
    }
}

package com.eindr.infra.deadletters;

import com.eindr.infra.eventlog.SqlFailure;
import com.eindr.shared.web.StoreUnavailable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives every processing group a queue of dead letters. An event that cannot be handled goes there, and the later ones of
 * its aggregate after it, so that the rest goes on and order is kept. Sagas have none: they are tried again until they
 * succeed, and so is everything while PostgreSQL is away.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {
    /** Sequences, and letters of one; when it is full the processor stops there, which an alert notices. */
    private static final int MOST = 1024;

    @Bean
    ConfigurerModule deadLetterQueues(
            ConnectionProvider connections,
            TransactionManager transactions,
            DeadLetterSchema schema,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events,
            Carefulness carefulness,
            ListableBeanFactory beans) {
        PostgresDeadLetterStatements statements = new PostgresDeadLetterStatements(schema, general, events);
        return new AfterAll(configurer -> {
            configurer.eventProcessing().registerDefaultErrorHandler(configuration -> carefulness);
            configurer
                    .eventProcessing()
                    .registerDefaultDeadLetterPolicy(configuration -> (letter, cause) -> decide(cause));
            configurer
                    .eventProcessing()
                    .registerDeadLetterQueueProvider(
                            group -> configuration -> JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                                    .processingGroup(group)
                                    .connectionProvider(connections)
                                    .transactionManager(transactions)
                                    .schema(schema)
                                    .statementFactory(statements)
                                    .genericSerializer(general)
                                    .eventSerializer(events)
                                    .maxSequences(MOST)
                                    .maxSequenceSize(MOST)
                                    .pageSize(MOST)
                                    .build());
            // Only the node that handles a segment's events adds letters to it, so it need not ask before each event.
            groups(beans)
                    .forEach(group -> configurer
                            .eventProcessing()
                            .registerDeadLetteringEventHandlerInvokerConfiguration(
                                    group, (configuration, invoker) -> invoker.enableSequenceIdentifierCache()));
        });
    }

    private static Stream<String> groups(ListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(bean -> beans.findAnnotationOnBean(bean, ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value);
    }

    /** An outage is nobody's fault: the exception goes on, and the batch is tried again. */
    private static EnqueueDecision<EventMessage<?>> decide(Throwable cause) {
        if (cause instanceof StoreUnavailable unavailable) {
            throw unavailable;
        }
        if (SqlFailure.isOutage(cause)) {
            throw new StoreUnavailable("an event could not be handled while the database was away", cause);
        }
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    /** Runs after Axon's own module, which would give queues only to groups named in properties. */
    private record AfterAll(Consumer<Configurer> change) implements ConfigurerModule {
        @Override
        public void configureModule(Configurer configurer) {
            change.accept(configurer);
        }

        @Override
        public int order() {
            return Integer.MAX_VALUE;
        }
    }
}

package com.eindr.infra.axon;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;

/**
 * How event processors run: streaming, from the first event on, and never past an event that failed.
 *
 * <p>A projection is one segment, because its batches write through one buffer; a saga's instances are independent of
 * each other, so a saga may have more. A new processor starts at the log's beginning: a new read model needs all events, and
 * a saga that sees an old event again sends a command that its aggregate ignores.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    @Bean
    ConfigurerModule streamingProcessors(ProcessorProperties properties, ListableBeanFactory beans) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.usingPooledStreamingEventProcessors(pooled(properties, 1, properties.batch()));
            processing.registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            Arrays.stream(beans.getBeanNamesForAnnotation(Saga.class))
                    .map(beans::getType)
                    .filter(Objects::nonNull)
                    .forEach(saga -> processing.registerPooledStreamingEventProcessorConfiguration(
                            processorOf(saga), pooled(properties, properties.sagaSegments(), properties.sagaBatch())));
        };
    }

    /** A saga's processor, named as Axon names it. */
    static String processorOf(Class<?> saga) {
        ProcessingGroup group = saga.getAnnotation(ProcessingGroup.class);
        return group == null ? saga.getSimpleName() + "Processor" : group.value();
    }

    private static PooledStreamingProcessorConfiguration pooled(
            ProcessorProperties properties, int segments, int batch) {
        return (configuration, builder) -> tuned(builder, properties)
                .initialSegmentCount(segments)
                .batchSize(batch)
                .workerExecutor((String name) -> executor(configuration, segments, "Worker[" + name + "]"));
    }

    private static PooledStreamingEventProcessor.Builder tuned(
            PooledStreamingEventProcessor.Builder builder, ProcessorProperties properties) {
        return builder.initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(properties.claimInterval().toMillis())
                .claimExtensionThreshold(properties.claimTimeout().toMillis() / 4)
                .enableCoordinatorClaimExtension();
    }

    private static ScheduledExecutorService executor(Configuration configuration, int threads, String name) {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(threads, new AxonThreadFactory(name));
        configuration.onShutdown(executor::shutdown);
        return executor;
    }
}

package com.eindr.infra.axon;

import com.eindr.shared.MessageKeys;
import com.eindr.shared.web.Correlation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commands and queries are handled in the process that sends them, without a transaction around them. */
@Configuration(proxyBeanMethods = false)
class BusConfiguration {
    /** Who acts where no user does. */
    private static final String SYSTEM = "system";

    /** What travels from a command to its events, and from an event to the commands of the sagas that see it. */
    @Bean
    CorrelationDataProvider actorAndCorrelation() {
        return new SimpleCorrelationDataProvider(MessageKeys.ACTOR, MessageKeys.CORRELATION);
    }

    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        CommittingCommandBus bus = new CommittingCommandBus(CommittingCommandBus.builder()
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")));
        bus.registerDispatchInterceptor(commands -> (index, command) -> known(command));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    /** Events must say who acted and on whose behalf, also where a timer or a dispatcher started it all. */
    private static CommandMessage<?> known(CommandMessage<?> command) {
        MetaData metaData = command.getMetaData();
        Map<String, Object> missing = new LinkedHashMap<>();
        if (!metaData.containsKey(MessageKeys.ACTOR)) {
            missing.put(MessageKeys.ACTOR, SYSTEM);
        }
        if (!metaData.containsKey(MessageKeys.CORRELATION)) {
            missing.put(MessageKeys.CORRELATION, Correlation.current());
        }
        return missing.isEmpty() ? command : command.andMetaData(missing);
    }

    @Bean
    @Qualifier("localSegment")
    QueryBus queryBus(org.axonframework.config.Configuration axon) {
        return SimpleQueryBus.builder()
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .spanFactory(axon.getComponent(QueryBusSpanFactory.class))
                .build();
    }
}

package com.eindr.infra.deadlines;

import com.eindr.shared.Refusal;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An order that waits to be given again.
 *
 * @param type the class of the command
 * @param payload the command, as JSON
 * @param metaData who gives it and what it follows from, as JSON
 */
record ParkedOrder(String type, String payload, String metaData) {
    static final TaskDescriptor<ParkedOrder> TASK = TaskDescriptor.of("parked-order", ParkedOrder.class);
    private static final Logger LOG = LoggerFactory.getLogger(ParkedOrder.class);

    static ParkedOrder of(CommandMessage<?> order, Serializer serializer) {
        SerializedObject<String> payload = serializer.serialize(order.getPayload(), String.class);
        return new ParkedOrder(
                payload.getType().getName(),
                payload.getData(),
                serializer.serialize(order.getMetaData(), String.class).getData());
    }

    /**
     * Gives the order again.
     *
     * @throws CompletionException if it could again not be decided
     */
    void giveAgain(CommandGateway commands, Serializer serializer) {
        Object command = serializer.deserialize(stored(payload, type));
        MetaData actor = serializer.deserialize(stored(metaData, MetaData.class.getName()));
        try {
            commands.send(new GenericCommandMessage<>(new GenericMessage<>(command, actor), type))
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Refusal || e.getCause() instanceof AggregateNotFoundException)) {
                throw e;
            }
            LOG.info("{} came too late: {}", type, e.getCause().getMessage());
        }
    }

    private static SimpleSerializedObject<String> stored(String data, String type) {
        return new SimpleSerializedObject<>(data, String.class, type, null);
    }
}

package com.eindr.shared.query;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event and its place in the log.
 *
 * @param position where it stands in the log
 * @param version the aggregate's version after it, counted from 1
 * @param at when it was recorded, in whole microseconds
 */
public record Recorded<E>(E event, long position, long version, Instant at) {

    /**
     * The place of an event that an event processor has handed over.
     *
     * @throws IllegalArgumentException if the message is not an aggregate's event read from the log
     */
    public static <E> Recorded<E> of(E event, EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> fact && message instanceof TrackedEventMessage<?> tracked) {
            long position = tracked.trackingToken()
                    .position()
                    .orElseThrow(() -> new IllegalArgumentException("a token without position: " + tracked));
            return new Recorded<>(
                    event, position, fact.getSequenceNumber() + 1, Timestamps.stored(message.getTimestamp()));
        }
        throw new IllegalArgumentException("not an aggregate's event read from the log: " + message);
    }
}

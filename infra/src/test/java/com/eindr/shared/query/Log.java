package com.eindr.shared.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/** A log in memory: gives events their positions and sequence numbers. */
public final class Log {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00.123456789Z");

    private final List<TrackedEventMessage<?>> events = new ArrayList<>();
    private final Map<Object, Long> sequences = new HashMap<>();

    /** Appends an event of the aggregate of this id and gives it back as a processor would see it. */
    public TrackedEventMessage<?> append(Object aggregateId, Object event) {
        long position = events.size() + 1L;
        long sequence = sequences.merge(aggregateId, 0L, (before, zero) -> before + 1);
        TrackedEventMessage<?> message = new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "test",
                        aggregateId.toString(),
                        sequence,
                        event,
                        MetaData.emptyInstance(),
                        new UUID(0, position).toString(),
                        BEGINNING.plusSeconds(position)));
        events.add(message);
        return message;
    }

    public List<TrackedEventMessage<?>> all() {
        return List.copyOf(events);
    }

    /** What was appended after a position. */
    public List<TrackedEventMessage<?>> after(long position) {
        return List.copyOf(events.subList((int) position, events.size()));
    }

    public long position() {
        return events.size();
    }
}

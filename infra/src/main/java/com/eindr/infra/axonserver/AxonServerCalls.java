package com.eindr.infra.axonserver;

import com.eindr.shared.web.StoreUnavailable;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * What we ask of Axon Server, each question with an end to our patience.
 *
 * <p>Positions count the events from 1, as those of the log in PostgreSQL do, so that 0 is the empty log; Axon Server's
 * tokens count from 0. Every call throws {@link com.eindr.shared.web.StoreUnavailable} while Axon Server is away.
 */
final class AxonServerCalls {
    private final AxonServerConnectionManager connections;
    private final WireEvents wire;
    private final EventUpcaster upcasters;
    private final Duration patience;
    private final AtomicLong known = new AtomicLong();

    AxonServerCalls(
            AxonServerConnectionManager connections, WireEvents wire, EventUpcaster upcasters, Duration patience) {
        this.connections = connections;
        this.wire = wire;
        this.upcasters = upcasters;
        this.patience = patience;
    }

    /**
     * Appends all of the events or none; they are durable when this returns.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if somebody else appended to the aggregate
     */
    void append(List<? extends DomainEventMessage<?>> events) {
        call(channel -> {
            AppendEventsTransaction transaction = channel.startAppendEventsTransaction();
            events.forEach(event -> transaction.appendEvent(wire.write(event)));
            return transaction.commit();
        });
    }

    /** The position of the last event; 0 for an empty log. */
    long position() {
        return heardOf(call(EventChannel::getLastToken) + 1);
    }

    /** The last position that this node has heard of, without asking. */
    long known() {
        return known.get();
    }

    private long heardOf(long position) {
        known.accumulateAndGet(position, Math::max);
        return position;
    }

    /** The position before the first event that happened at the moment or later; the head where there is none. */
    long positionBefore(Instant moment) {
        return call(channel -> channel.getTokenAt(moment.toEpochMilli())) + 1;
    }

    /** The number of the last event of a stream, from 0; -1 where there is none. */
    long lastSequenceNumber(String aggregateId) {
        return call(channel -> channel.findHighestSequence(aggregateId));
    }

    /** The events of one aggregate, in the present revisions. */
    List<DomainEventMessage<?>> stream(String aggregateId, long firstSequenceNumber) {
        try {
            Stream<GrpcBackedDomainEventData> data = channel()
                    .openAggregateStream(aggregateId, firstSequenceNumber)
                    .asStream()
                    .map(GrpcBackedDomainEventData::new);
            return EventStreamUtils.upcastAndDeserializeDomainEvents(data, wire.serializer(), upcasters)
                    .asStream()
                    .<DomainEventMessage<?>>map(event -> event)
                    .toList();
        } catch (RuntimeException e) {
            throw AxonServerFailure.of(e);
        }
    }

    /** Opens the log behind a position. What comes ends when the connection does. */
    EventStream open(long position, int permits) {
        return channel().openStream(position - 1, permits);
    }

    /** What stands behind a position, in order and without holes; fewer than {@code limit} only at the end. */
    List<EventWithToken> after(long position, int limit) {
        long last = Math.min(position(), position + limit);
        List<EventWithToken> found = new ArrayList<>();
        if (position >= last) {
            return found;
        }
        try (EventStream stream = open(position, (int) (last - position))) {
            while (position + found.size() < last) {
                EventWithToken next = stream.nextIfAvailable(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    throw new StoreUnavailable(
                            "Axon Server stopped sending", stream.getError().orElse(null));
                }
                found.add(next);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AxonServerFailure.of(new TimeoutException("interrupted while waiting for Axon Server"));
        } catch (RuntimeException e) {
            throw AxonServerFailure.of(e);
        }
    }

    /** What came through an open stream. */
    List<TrackedEventMessage<?>> messages(EventWithToken event) {
        var data = new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(heardOf(event.getToken() + 1)),
                new GrpcBackedDomainEventData(event.getEvent()));
        Stream<? extends TrackedEventMessage<?>> messages =
                EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(data), wire.serializer(), upcasters);
        return messages.<TrackedEventMessage<?>>map(message -> message).toList();
    }

    private EventChannel channel() {
        return connections.getConnection().eventChannel();
    }

    private <T> T call(Function<EventChannel, CompletableFuture<T>> question) {
        try {
            return question.apply(channel()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AxonServerFailure.of(new TimeoutException("interrupted while waiting for Axon Server"));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw AxonServerFailure.of(e);
        }
    }
}

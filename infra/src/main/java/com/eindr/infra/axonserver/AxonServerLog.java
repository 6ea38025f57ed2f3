package com.eindr.infra.axonserver;

import com.eindr.infra.eventlog.CurrentWrite;
import com.eindr.infra.eventlog.CurrentWrite.Appended;
import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.infra.eventlog.SnapshotTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The event log in Axon Server, with the manners of the one in PostgreSQL: an append is durable when it returns, and
 * tells the present write where it ended up.
 *
 * <p>The connector's own storage engine commits in a later phase of the unit of work than it appends in, and lets the
 * server's refusals through as they came; neither would do here.
 */
public final class AxonServerLog implements EventStorageEngine {
    private final AxonServerCalls calls;
    private final OncePerKey once;
    private final SnapshotTable snapshots;
    private final Timer appendTime;

    AxonServerLog(AxonServerCalls calls, OncePerKey once, SnapshotTable snapshots, MeterRegistry meters) {
        this.calls = calls;
        this.once = once;
        this.snapshots = snapshots;
        this.appendTime = Timer.builder("eindr.eventlog.append")
                .description("From handing events to the log until they are durable")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * Appends all of the events or none, and returns when they are durable.
     *
     * @throws ConcurrencyException if somebody else appended to the aggregate
     * @throws AggregateStreamCreationException if the aggregate exists already
     * @throws com.eindr.infra.eventlog.KeyTaken if the present write's idempotency key was used before
     * @throws com.eindr.shared.web.StoreUnavailable if Axon Server did not answer in time; the events may or may not be
     *     in the log
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> messages = events.stream()
                .<DomainEventMessage<?>>map(AxonServerLog::inStream)
                .toList();
        CurrentWrite.endOfRehearsal(messages);
        CurrentWrite write = CurrentWrite.get();
        CallerKey key = write == null ? null : write.key();
        Appended appended = key == null ? append(messages) : once.append(key, messages, this::append);
        if (write != null) {
            write.appended(appended);
        }
    }

    /** An event of no aggregate becomes a stream of its own. */
    private static DomainEventMessage<?> inStream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(null, event.getIdentifier(), 0L, event, event::getTimestamp);
    }

    private Appended append(List<? extends DomainEventMessage<?>> events) {
        DomainEventMessage<?> first = events.getFirst();
        DomainEventMessage<?> last = events.getLast();
        long start = System.nanoTime();
        try {
            calls.append(events);
        } catch (ConcurrencyException e) {
            if (exists(first, last)) {
                throw new AggregateStreamCreationException("[" + last.getAggregateIdentifier() + "] exists already", e);
            }
            throw e;
        }
        appendTime.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        // The confirmation does not say where. Whoever has seen the log up to its present end has seen these events,
        // too.
        return Appended.of(last, calls.position());
    }

    /**
     * Whether the refused events were to create what exists. Where a command writes to another aggregate besides its own,
     * whose events come last, the server does not say which of them was changed by somebody else.
     */
    private boolean exists(DomainEventMessage<?> first, DomainEventMessage<?> last) {
        boolean oneAggregate = first.getAggregateIdentifier().equals(last.getAggregateIdentifier());
        return oneAggregate
                ? first.getSequenceNumber() == 0
                : last.getSequenceNumber() == 0 && calls.lastSequenceNumber(last.getAggregateIdentifier()) >= 0;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<DomainEventMessage<?>> events = calls.stream(aggregateIdentifier, firstSequenceNumber);
        CurrentWrite write = CurrentWrite.get();
        CallerKey key = write == null ? null : write.key();
        if (key != null) {
            once.refuseIfAmong(events, key);
        }
        return DomainEventStream.of(events);
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("this log is read as an open stream");
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long last = calls.lastSequenceNumber(aggregateIdentifier);
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(calls.position());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(calls.positionBefore(dateTime));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    /** None for a write with a key: it has to see all events, as one of them may be its own from before a crash. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        CurrentWrite write = CurrentWrite.get();
        return write != null && write.key() != null ? Optional.empty() : snapshots.read(aggregateIdentifier);
    }
}

package com.eindr.infra.axon;

import com.eindr.shared.Snapshotted;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes snapshots of aggregates that are {@link Snapshotted}, one after the other on a thread of its own; no command
 * waits for one. What fails is logged, and tried again when the aggregate has gone on.
 */
final class ValueSnapshotter extends SpringAggregateSnapshotter implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ValueSnapshotter.class);

    private final ThreadPoolExecutor thread;

    ValueSnapshotter(Builder builder) {
        this(builder, oneThread());
    }

    private ValueSnapshotter(Builder builder, ThreadPoolExecutor thread) {
        super(builder.executor(thread));
        this.thread = thread;
    }

    private static ThreadPoolExecutor oneThread() {
        return new ThreadPoolExecutor(
                0,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("eindr-snapshots").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    protected @Nullable DomainEventMessage<?> createSnapshot(
            Class<?> aggregateType, String aggregateIdentifier, DomainEventStream eventStream) {
        DomainEventMessage<?> whole = super.createSnapshot(aggregateType, aggregateIdentifier, eventStream);
        return whole != null && whole.getPayload() instanceof Snapshotted aggregate
                ? new GenericDomainEventMessage<>(
                        whole.getType(), aggregateIdentifier, whole.getSequenceNumber(), aggregate.snapshot())
                : null;
    }

    /** Stores one that is made already; what comes after the end can be made another time. */
    void store(DomainEventMessage<?> snapshot) {
        thread.execute(() -> {
            try {
                getEventStore().storeSnapshot(snapshot);
            } catch (RuntimeException e) {
                LOGGER.warn("The snapshot of {} was not stored.", snapshot.getAggregateIdentifier(), e);
            }
        });
    }

    /** Finishes the one it is at; the others can be made another time. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.close();
    }
}

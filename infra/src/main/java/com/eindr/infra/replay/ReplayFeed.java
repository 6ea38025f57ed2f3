package com.eindr.infra.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The events that a projection handles, from the first one on, in batches that are read and deserialised in advance. */
final class ReplayFeed implements AutoCloseable {
    private static final int BATCH = 2_000;

    private final AnnotationEventHandlerAdapter handlers;
    private final BlockingStream<TrackedEventMessage<?>> stream;
    private volatile long position;

    ReplayFeed(EventStore log, AnnotationEventHandlerAdapter handlers) {
        TrackingToken start = log.createTailToken();
        this.handlers = handlers;
        this.stream = log.openStream(start);
        this.position = start == null ? 0 : start.position().orElse(0);
    }

    /** @param last the position up to which the log was read, whether or not anything there concerns the projection */
    record Batch(long last, List<TrackedEventMessage<?>> messages, boolean isEmpty) {}

    /** The next batch, none of it behind position {@code last}. To be called again only when this has completed. */
    CompletableFuture<Batch> ahead(long last) {
        CompletableFuture<Batch> batch = new CompletableFuture<>();
        Thread.ofVirtual().name("replay-reader").start(() -> {
            try {
                batch.complete(next(last));
            } catch (RuntimeException | Error e) {
                batch.completeExceptionally(e);
            }
        });
        return batch;
    }

    /** As {@link #ahead}, on the caller's thread. */
    Batch next(long last) {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        int read = 0;
        try {
            while (read < BATCH && position < last && stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                position = message.trackingToken().position().orElseThrow();
                read++;
                if (handlers.canHandle(message)) {
                    message.getPayload();
                    messages.add(message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading the log");
        }
        return new Batch(position, messages, read == 0);
    }

    @Override
    public void close() {
        stream.close();
    }
}

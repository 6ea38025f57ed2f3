package com.eindr.infra.live;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log from where it ends when the tail starts, for as long as the node runs. */
final class LogTail implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final EventStore store;
    private final LongConsumer reached;
    private final Consumer<TrackedEventMessage<?>> listener;
    private long position;

    /**
     * @param reached told of every position, before the listener is told of the event that stands there
     */
    LogTail(EventStore store, LongConsumer reached, Consumer<TrackedEventMessage<?>> listener) {
        this.store = store;
        this.reached = reached;
        this.listener = listener;
    }

    /** Finds the end of the log, from which the tail will start. */
    long begin() {
        position = store.createHeadToken().position().orElse(0);
        return position;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (BlockingStream<TrackedEventMessage<?>> stream =
                    store.openStream(new GlobalSequenceTrackingToken(position))) {
                while (true) {
                    TrackedEventMessage<?> event = stream.nextAvailable();
                    position = Changes.positionOf(event);
                    reached.accept(position);
                    listener.accept(event);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The live tail broke at position {} and will go on from there", position, e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

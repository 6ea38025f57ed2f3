package com.eindr.infra.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log from a position on, for ever, by one thread at a time. While Axon Server is away there is simply nothing
 * new: when its connection breaks, the stream is opened again where it stood.
 */
final class AxonServerStream implements TrackingEventStream {
    private static final Logger LOG = LoggerFactory.getLogger(AxonServerStream.class);
    private static final int PERMITS = 1024;
    /** Between two attempts to open the stream, so that an absent server is not called without end. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AxonServerCalls calls;
    private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private volatile Runnable callback = () -> {};
    private @Nullable EventStream source;
    private long position;
    private long notBefore = System.nanoTime();

    AxonServerStream(AxonServerCalls calls, long position) {
        this.calls = calls;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(fill() ? buffer.peekFirst() : null);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!fill()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitNews(Math.min(left, PAUSE.toNanos()));
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!fill()) {
            awaitNews(PAUSE.toNanos());
        }
        return buffer.removeFirst();
    }

    private boolean fill() {
        EventStream open = buffer.isEmpty() ? opened() : null;
        while (buffer.isEmpty() && open != null) {
            EventWithToken next = open.nextIfAvailable();
            if (next == null) {
                if (open.isClosed()) {
                    lost(open.getError().orElse(null));
                }
                return false;
            }
            position = next.getToken() + 1;
            buffer.addAll(calls.messages(next));
        }
        return !buffer.isEmpty();
    }

    private @Nullable EventStream opened() {
        if (source == null && System.nanoTime() - notBefore >= 0) {
            try {
                source = calls.open(position, PERMITS);
                source.onAvailable(this::tellNews);
            } catch (RuntimeException e) {
                lost(e);
            }
        }
        return source;
    }

    private void lost(@Nullable Throwable why) {
        LOG.debug("The stream of events broke behind position {}", position, why);
        source = null;
        notBefore = System.nanoTime() + PAUSE.toNanos();
    }

    private void tellNews() {
        news.release();
        callback.run();
    }

    /** Returns at once if something has happened since it returned last. */
    private void awaitNews(long nanos) throws InterruptedException {
        if (news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable runnable) {
        callback = runnable;
        return true;
    }

    @Override
    public void close() {
        callback = () -> {};
        EventStream open = source;
        source = null;
        // Nothing that is called after closing may open it again.
        notBefore = System.nanoTime() + Long.MAX_VALUE / 2;
        if (open != null) {
            open.close();
        }
    }
}

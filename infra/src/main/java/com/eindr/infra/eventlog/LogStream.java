package com.eindr.infra.eventlog;

import com.eindr.infra.eventlog.RecentEvents.Entry;
import com.eindr.shared.web.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log from a position on, for ever, by one thread at a time. While PostgreSQL is away there is simply nothing
 * new: a stream does not break, and goes on where it stood.
 */
final class LogStream implements TrackingEventStream {
    private static final Logger LOG = LoggerFactory.getLogger(LogStream.class);
    private static final int AT_ONCE = 512;

    private final PostgresEventLog log;
    private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private long position;
    private @Nullable Runnable callback;

    LogStream(PostgresEventLog log, long position) {
        this.log = log;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(fill() ? buffer.peekFirst() : null);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (fill()) {
            return true;
        }
        return timeout > 0 && log.head().awaitBeyond(position, timeout, unit) && fill();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!fill()) {
            log.head().awaitBeyond(position, 1, TimeUnit.SECONDS);
        }
        return buffer.removeFirst();
    }

    private boolean fill() {
        while (buffer.isEmpty() && position < log.head().position()) {
            try {
                for (Entry entry : log.entriesAfter(position, AT_ONCE)) {
                    position = entry.position();
                    buffer.addAll(entry.messages());
                }
            } catch (StoreUnavailable e) {
                LOG.debug("Nothing to read while the event log is away", e);
                return false;
            }
        }
        return !buffer.isEmpty();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable runnable) {
        close();
        callback = runnable;
        log.head().watch(runnable);
        return true;
    }

    @Override
    public void close() {
        if (callback != null) {
            log.head().forget(callback);
            callback = null;
        }
    }
}

package com.eindr.infra.eventlog;

import com.eindr.infra.eventlog.RecentEvents.Entry;
import com.eindr.shared.web.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Set<Class<?>> ignored = new HashSet<>();
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
        while (buffer.isEmpty() && position < log.head().announced()) {
            try {
                take(log.entriesAfter(position, AT_ONCE));
            } catch (StoreUnavailable e) {
                LOG.debug("Nothing to read while the event log is away", e);
                return false;
            }
        }
        return !buffer.isEmpty();
    }

    /** Of several ignored events in a row the last one is enough: it tells the reader how far the log has been read. */
    private void take(List<Entry> entries) {
        Entry passed = null;
        for (Entry entry : entries) {
            position = entry.position();
            passed = isIgnored(entry) ? entry : null;
            if (passed == null) {
                buffer.addAll(entry.messages());
            }
        }
        if (passed != null) {
            buffer.addAll(passed.messages());
        }
    }

    private boolean isIgnored(Entry entry) {
        return !ignored.isEmpty()
                && entry.messages().stream().allMatch(message -> ignored.contains(message.getPayloadType()));
    }

    /** Called by processors about events that none of their handlers is for. */
    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignoredMessage) {
        ignored.add(ignoredMessage.getPayloadType());
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

package com.eindr.infra.eventlog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Events that are to be appended all together or not at all, and the promise of where. */
final class Append {
    private final List<DomainEventMessage<?>> events;
    private final List<EventRow> rows;
    private final CurrentWrite.@Nullable CallerKey key;
    private final long deadlineNanos;
    private final int bytes;
    private final CompletableFuture<Long> base = new CompletableFuture<>();
    private boolean uncertain;

    /** @param deadlineNanos when nobody waits any longer, as {@link System#nanoTime()} tells it */
    Append(
            List<DomainEventMessage<?>> events,
            List<EventRow> rows,
            CurrentWrite.@Nullable CallerKey key,
            long deadlineNanos) {
        this.events = List.copyOf(events);
        this.rows = List.copyOf(rows);
        this.key = key;
        this.deadlineNanos = deadlineNanos;
        this.bytes = rows.stream().mapToInt(EventRow::bytes).sum();
    }

    List<DomainEventMessage<?>> events() {
        return events;
    }

    /** The events as they are stored, in the same order. */
    List<EventRow> rows() {
        return rows;
    }

    CurrentWrite.@Nullable CallerKey key() {
        return key;
    }

    EventRow last() {
        return rows.getLast();
    }

    int bytes() {
        return bytes;
    }

    boolean expired() {
        return System.nanoTime() - deadlineNanos > 0;
    }

    /** A connection was lost while this was under way: it may be in the log, unacknowledged. */
    void becomeUncertain() {
        uncertain = true;
    }

    boolean uncertain() {
        return uncertain;
    }

    /** Completes with the position before the first event, once the events are durable. */
    CompletableFuture<Long> base() {
        return base;
    }

    void acknowledge(long position) {
        base.complete(position);
    }

    void refuse(RuntimeException why) {
        base.completeExceptionally(why);
    }
}

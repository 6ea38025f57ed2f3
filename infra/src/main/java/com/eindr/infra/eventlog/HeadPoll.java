package com.eindr.infra.eventlog;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the appends of other nodes: one row, once per interval, for all readers of this node together. */
final class HeadPoll implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadPoll.class);

    private final LogReader reader;
    private final LogHead head;
    private final Duration interval;
    private final Thread thread;
    private boolean away;
    private volatile long answeredAt;

    HeadPoll(LogReader reader, LogHead head, Duration interval) {
        this.reader = reader;
        this.head = head;
        this.interval = interval;
        this.answeredAt = System.nanoTime() - Duration.ofDays(1).toNanos();
        this.thread = Thread.ofPlatform().daemon().name("event-log-head").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Whether a look that began less than so long ago was answered. */
    boolean answeredWithin(Duration time) {
        return System.nanoTime() - answeredAt < time.toNanos();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(interval);
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer looking for the appends of other nodes");
        }
    }

    private void look() {
        try {
            long asked = System.nanoTime();
            head.advanceTo(reader.head());
            answeredAt = asked;
            if (away) {
                head.announceAnew();
                LOG.info("The event log can be read again");
            }
            away = false;
        } catch (RuntimeException e) {
            if (!away && !thread.isInterrupted()) {
                LOG.warn("The event log cannot be read now: {}", e.getMessage());
            }
            away = true;
        }
    }
}

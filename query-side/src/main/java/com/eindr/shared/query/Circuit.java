package com.eindr.shared.query;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps everybody from waiting for a server that has just failed: after a failure nobody asks it for a while. */
final class Circuit {
    private static final long CLOSED = Long.MIN_VALUE;

    private final long restNanos;
    private final AtomicLong failedAt = new AtomicLong(CLOSED);

    Circuit(Duration rest) {
        this.restNanos = rest.toNanos();
    }

    /** Whether to ask now. While the circuit is open, one caller in each rest gets a try. */
    boolean allows() {
        long failed = failedAt.get();
        if (failed == CLOSED) {
            return true;
        }
        long now = System.nanoTime();
        return now - failed >= restNanos && failedAt.compareAndSet(failed, now);
    }

    void failed() {
        failedAt.set(System.nanoTime());
    }

    void succeeded() {
        if (failedAt.get() != CLOSED) {
            failedAt.set(CLOSED);
        }
    }
}

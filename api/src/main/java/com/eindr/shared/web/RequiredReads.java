package com.eindr.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * What a request with {@code Consistent-With} waits for besides the read models, which have come to its position already
 * when a controller is called.
 */
public final class RequiredReads {
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private RequiredReads() {}

    /**
     * Waits for two seconds at most, and not at all where the request has no such header.
     *
     * @param behind how many things of the caller's are missing; 0 once none is. The request is answered by 503 where some
     *     are missing in the end
     */
    public static void await(HttpServletRequest request, LongSupplier behind) {
        if (ConsistentReads.required(request) == 0) {
            return;
        }
        long deadline = System.nanoTime() + ConsistentReads.LONGEST_WAIT.toNanos();
        long missing = behind.getAsLong();
        while (missing > 0) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                throw new ReadsBehind(missing);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            missing = behind.getAsLong();
        }
    }
}

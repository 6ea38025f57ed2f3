package com.eindr.account.command;

import java.time.Duration;

/**
 * How people leave.
 *
 * @param grace how long they may come back
 */
public record ErasurePolicy(Duration grace) {
    public static final ErasurePolicy USUAL = new ErasurePolicy(Duration.ofDays(7));

    public ErasurePolicy {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("nobody leaves before they ask to: " + grace);
        }
    }
}

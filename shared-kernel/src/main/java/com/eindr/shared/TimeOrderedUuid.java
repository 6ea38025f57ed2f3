package com.eindr.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562 §5.7): they grow with time, so an index that holds them grows at its right edge only.
 *
 * <p>The twelve bits behind the milliseconds hold a sub-millisecond counter, which makes the ids of one process strictly
 * increasing even when the clock stands still or steps back.
 */
public final class TimeOrderedUuid {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedUuid() {}

    /** The next id, greater than every id this process has made before. */
    public static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick >>> COUNTER_BITS << 16) | VERSION_7 | (tick & 0xFFF);
        return new UUID(high, VARIANT | (RANDOM.nextLong() >>> 2));
    }
}

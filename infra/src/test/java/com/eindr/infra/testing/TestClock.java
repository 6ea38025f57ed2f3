package com.eindr.infra.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like any other, and can be moved. */
public final class TestClock extends Clock {
    private final AtomicReference<Duration> ahead;
    private final Clock real;

    public TestClock() {
        this(new AtomicReference<>(Duration.ZERO), Clock.tickMillis(ZoneOffset.UTC));
    }

    private TestClock(AtomicReference<Duration> ahead, Clock real) {
        this.ahead = ahead;
        this.real = real;
    }

    /** Lets {@code time} pass at once. */
    public void advance(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }

    /** Makes it {@code now}; the clock runs on from there. */
    public void setTo(Instant now) {
        ahead.set(Duration.between(real.instant(), now));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TestClock(ahead, real.withZone(zone));
    }
}

package com.eindr.infra.views;

import com.eindr.shared.query.RedisFallbacks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what goes on without Redis, as {@code eindr.redis.fallbacks}, by its use. */
@Component
final class CountedFallbacks implements RedisFallbacks {
    private final MeterRegistry meters;

    CountedFallbacks(MeterRegistry meters) {
        this.meters = meters;
        // Known from the start, so that a dashboard shows zero and not nothing.
        counter("views");
    }

    @Override
    public void wentWithout(String use) {
        counter(use).increment();
    }

    private Counter counter(String use) {
        return Counter.builder("eindr.redis.fallbacks")
                .description("What went on without Redis")
                .tag("use", use)
                .register(meters);
    }
}

package com.eindr.infra.limits;

import com.eindr.shared.web.RateLimiter;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in token buckets kept in Redis.
 *
 * <p>Limits protect Eindr from callers, so they must never be what takes it down: where Redis does not answer in time,
 * the request passes and a metric says so, and for a while nobody asks Redis any more.
 */
final class RedisRateLimiter implements RateLimiter {
    private static final Logger LOG = LoggerFactory.getLogger(RedisRateLimiter.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long REST_NANOS = Duration.ofSeconds(5).toNanos();

    private final RateLimitProperties limits;
    private final Supplier<ProxyManager<String>> buckets;
    private final Counter fallbacks;
    /** Until when, in {@link System#nanoTime()}, Redis is left alone; 0 while it answers. */
    private final AtomicLong restsUntil = new AtomicLong();

    RedisRateLimiter(RateLimitProperties limits, Supplier<ProxyManager<String>> buckets, MeterRegistry metrics) {
        this.limits = limits;
        this.buckets = buckets;
        this.fallbacks = Counter.builder("eindr.redis.fallbacks")
                .description("Times that something went on without Redis")
                .tag("use", "rate-limit")
                .register(metrics);
    }

    @Override
    public Verdict take(String policy, String caller) {
        int perMinute = limits.perMinute(policy);
        if (perMinute <= 0) {
            return passed(0);
        }
        if (resting()) {
            fallbacks.increment();
            return passed(perMinute);
        }
        try {
            ConsumptionProbe probe = buckets.get()
                    .builder()
                    .build("limit:" + policy + ":" + caller, () -> bucket(perMinute))
                    .tryConsumeAndReturnRemaining(1);
            restsUntil.set(0);
            return new Verdict(
                    probe.isConsumed(),
                    perMinute,
                    WINDOW,
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill()));
        } catch (RuntimeException e) {
            restsUntil.set(System.nanoTime() + REST_NANOS);
            fallbacks.increment();
            LOG.warn("Rate limits are not counted for a while: {}", e.toString());
            return passed(perMinute);
        }
    }

    /** While Redis is away, one request in each rest finds out whether it is back; it renews the rest for the others. */
    private boolean resting() {
        long until = restsUntil.get();
        if (until == 0) {
            return false;
        }
        long now = System.nanoTime();
        return now - until < 0 || !restsUntil.compareAndSet(until, now + REST_NANOS);
    }

    private static Verdict passed(int perMinute) {
        return new Verdict(true, perMinute, WINDOW, perMinute, Duration.ZERO);
    }

    private static BucketConfiguration bucket(int perMinute) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }
}

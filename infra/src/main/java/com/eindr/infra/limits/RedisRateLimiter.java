package com.eindr.infra.limits;

import com.eindr.shared.web.RateLimiter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in token buckets kept in Redis. Most requests are counted in memory and settled with Redis a few at a time, so
 * that a caller who spreads over several nodes may get a twentieth of the budget more on each; small budgets are counted
 * in Redis one by one.
 *
 * <p>Limits protect Eindr from callers, so they must never be what takes it down: where Redis does not answer in time,
 * the request passes and a metric says so, and for a while nobody asks Redis any more.
 */
final class RedisRateLimiter implements RateLimiter {
    private static final Logger LOG = LoggerFactory.getLogger(RedisRateLimiter.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** A node lets pass a twentieth of a budget, and for so long, before it settles with Redis. */
    private static final int PARTS = 20;

    private static final Duration SETTLED_AFTER = Duration.ofSeconds(2);
    private static final int MOST_KNOWN = 10_000;
    private static final long REST_NANOS = Duration.ofSeconds(5).toNanos();

    private final RateLimitProperties limits;
    private final Supplier<ProxyManager<String>> buckets;
    /** The buckets of the callers who were here last, each with what it has let pass and not settled yet. */
    private final Cache<String, BucketProxy> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

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
            ConsumptionProbe probe = Objects.requireNonNull(
                            known.get("limit:" + policy + ":" + caller, key -> bucket(key, perMinute)))
                    .tryConsumeAndReturnRemaining(1);
            // Read before it is written: all processors share it.
            if (restsUntil.get() != 0) {
                restsUntil.set(0);
            }
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

    private BucketProxy bucket(String key, int perMinute) {
        RemoteBucketBuilder<String> builder = buckets.get().builder();
        int aside = perMinute / PARTS;
        if (aside > 0) {
            builder = builder.withOptimization(Optimizations.delaying(new DelayParameters(aside, SETTLED_AFTER)));
        }
        return builder.build(
                key,
                () -> BucketConfiguration.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .build());
    }
}

package com.eindr.infra.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.shared.web.RateLimiter;
import com.eindr.shared.web.RateLimiter.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens where Redis is away; that it counts where it is there is tried over HTTP. */
class RedisRateLimiterTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    private final RateLimiter limiter = new RedisRateLimiter(
            new RateLimitProperties(10, 0),
            () -> {
                asked.incrementAndGet();
                throw new IllegalStateException("no connection");
            },
            metrics);

    @Test
    void requests_pass_while_redis_is_away_and_a_metric_says_so() {
        for (int i = 0; i < 50; i++) {
            Verdict verdict = limiter.take(RateLimiter.READS, "ana");
            assertThat(verdict).isEqualTo(new Verdict(true, 10, Duration.ofMinutes(1), 10, Duration.ZERO));
        }

        assertThat(metrics.get("eindr.redis.fallbacks")
                        .tag("use", "rate-limit")
                        .counter()
                        .count())
                .isEqualTo(50);
        assertThat(asked).hasValue(1);
    }

    @Test
    void without_a_limit_nobody_is_counted() {
        assertThat(limiter.take(RateLimiter.WRITES, "ana").limit()).isZero();
        assertThat(asked).hasValue(0);
    }
}

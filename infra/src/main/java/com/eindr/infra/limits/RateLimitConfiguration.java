package com.eindr.infra.limits;

import com.eindr.shared.web.RateLimiter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.function.SingletonSupplier;

/** Wires the rate limits to Redis. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimitConfiguration {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration KEPT_BEYOND_REFILL = Duration.ofSeconds(10);

    @Bean
    RateLimiter rateLimiter(RateLimitProperties limits, LettuceConnectionFactory redis, MeterRegistry metrics) {
        return new RedisRateLimiter(limits, SingletonSupplier.of(() -> buckets(redis)), metrics);
    }

    /** Connects, and does so only when first asked: Redis may be away when Eindr starts. */
    private static ProxyManager<String> buckets(LettuceConnectionFactory redis) {
        RedisClient client = (RedisClient) redis.getRequiredNativeClient();
        StatefulRedisConnection<String, byte[]> connection =
                client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        return Bucket4jLettuce.casBasedBuilder(connection)
                .requestTimeout(PATIENCE)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_BEYOND_REFILL))
                .build();
    }
}

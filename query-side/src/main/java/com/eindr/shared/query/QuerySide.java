package com.eindr.shared.query;

import java.time.Duration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcOperations;

/** Wires what the read models of all features share. */
@Configuration(proxyBeanMethods = false)
@EntityScan("com.eindr")
@EnableJpaRepositories("com.eindr")
class QuerySide {

    /** A view is kept for an hour after its last use: longer is of no use, and bounds what a lost mark could do. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    @Bean(initMethod = "start", destroyMethod = "stop")
    HotViews hotViews(JdbcOperations jdbc, StringRedisTemplate redis, RedisFallbacks fallbacks) {
        return new HotViews(jdbc, redis, fallbacks, LIFETIME);
    }
}

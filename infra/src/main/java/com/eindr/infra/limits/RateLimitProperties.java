package com.eindr.infra.limits;

import com.eindr.shared.web.RateLimiter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person may ask for.
 *
 * @param readsPerMinute requests that change nothing; 0 for no limit
 * @param writesPerMinute requests that may change something; 0 for no limit
 */
@ConfigurationProperties("eindr.rate-limits")
record RateLimitProperties(
        @DefaultValue("600") int readsPerMinute,
        @DefaultValue("120") int writesPerMinute) {

    int perMinute(String policy) {
        return switch (policy) {
            case RateLimiter.READS -> readsPerMinute;
            case RateLimiter.WRITES -> writesPerMinute;
            default -> throw new IllegalArgumentException("no such policy: " + policy);
        };
    }
}

package com.eindr.infra.push;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pushes are sent, under {@code eindr.push}.
 *
 * @param worthFor how long after its time a push is still worth trying
 * @param poll how often the dispatcher looks for pushes that are due
 * @param lease how long a claimed push is nobody else's; longer than any attempt takes
 * @param batch pushes per claim, at most 500
 * @param firstRetry how long to wait after the first failure; doubles with each
 * @param longestRetry where the doubling ends
 */
@ConfigurationProperties("eindr.push")
record PushProperties(
        @DefaultValue("24h") Duration worthFor,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("6m") Duration lease,
        @DefaultValue("500") int batch,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("30m") Duration longestRetry) {}

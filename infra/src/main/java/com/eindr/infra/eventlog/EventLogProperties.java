package com.eindr.infra.eventlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the event log behaves; {@code eindr.event-log} in the configuration.
 *
 * @param appendTimeout how long a command waits for its events to become durable before it is told 503
 * @param lockTimeout how long PostgreSQL waits for another node's append
 * @param statementTimeout how long PostgreSQL works on one append
 * @param pollInterval how often a node looks for the appends of other nodes; its own need no looking for
 * @param announceWithin longest time that a growing log waits before its event processors are told, so that they work in
 *     batches; only under load does it wait
 * @param batchEvents most events in one statement
 * @param batchBytes most bytes in one statement, roughly
 * @param recentEvents how many of the latest events are kept in memory for the readers
 */
@ConfigurationProperties("eindr.event-log")
public record EventLogProperties(
        @DefaultValue("3s") Duration appendTimeout,
        @DefaultValue("2s") Duration lockTimeout,
        @DefaultValue("10s") Duration statementTimeout,
        @DefaultValue("100ms") Duration pollInterval,
        @DefaultValue("20ms") Duration announceWithin,
        @DefaultValue("500") int batchEvents,
        @DefaultValue("1048576") int batchBytes,
        @DefaultValue("8192") int recentEvents) {}

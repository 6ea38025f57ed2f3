package com.eindr.infra.axon;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are processed; {@code eindr.processors} in the configuration.
 *
 * @param nodeId who owns a claimed segment; unique among running nodes. A node that comes back under the same name
 *     after a crash goes on at once instead of waiting for its old claims to run out
 * @param claimTimeout after how long without a sign of life another node takes a segment over
 * @param claimInterval how often a node looks for segments nobody owns
 * @param batch most events in one transaction of a projection
 * @param sagaBatch most events in one transaction of a saga
 * @param sagaSegments into how many parts the instances of a saga are divided among threads and nodes;
 *     every event is looked at once for each of them
 */
@ConfigurationProperties("eindr.processors")
public record ProcessorProperties(
        @Nullable String nodeId,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("1s") Duration claimInterval,
        @DefaultValue("500") int batch,
        @DefaultValue("100") int sagaBatch,
        @DefaultValue("1") int sagaSegments) {

    public ProcessorProperties {
        nodeId = nodeId == null || nodeId.isBlank()
                ? ManagementFactory.getRuntimeMXBean().getName()
                : nodeId;
    }

    /** The node's name, given or made up of process id and host. */
    @Override
    public String nodeId() {
        return nodeId == null ? "" : nodeId;
    }
}

package com.eindr.ledger.command;

import java.time.Duration;
import java.util.List;

/**
 * How long the people of a circle have to answer.
 *
 * @param expireAfter how long a proposal to net waits for everybody
 * @param nudgesAfter how long after the proposal those who have not answered are reminded; what is not before the end is
 *     left out
 */
public record NettingPolicy(Duration expireAfter, List<Duration> nudgesAfter) {
    public static final NettingPolicy USUAL =
            new NettingPolicy(Duration.ofDays(7), List.of(Duration.ofDays(3), Duration.ofDays(6)));

    public NettingPolicy {
        if (!expireAfter.isPositive()) {
            throw new IllegalArgumentException("proposals to net expire after a while: " + expireAfter);
        }
        nudgesAfter = nudgesAfter.stream()
                .filter(nudge -> nudge.isPositive() && nudge.compareTo(expireAfter) < 0)
                .toList();
    }
}

package com.eindr.ledger.command;

import java.time.Duration;
import java.util.List;

/**
 * How long people have to answer.
 *
 * @param settlementsExpireAfter how long a settlement waits for an answer
 * @param nudgesAfter how long after the proposal the one who has not answered is reminded; each before the expiry
 */
public record LedgerPolicy(Duration settlementsExpireAfter, List<Duration> nudgesAfter) {
    public static final LedgerPolicy USUAL =
            new LedgerPolicy(Duration.ofDays(7), List.of(Duration.ofDays(3), Duration.ofDays(6)));

    public LedgerPolicy {
        nudgesAfter = List.copyOf(nudgesAfter);
        if (!settlementsExpireAfter.isPositive()) {
            throw new IllegalArgumentException("settlements expire after a while: " + settlementsExpireAfter);
        }
        for (Duration nudge : nudgesAfter) {
            if (!nudge.isPositive() || nudge.compareTo(settlementsExpireAfter) >= 0) {
                throw new IllegalArgumentException("people are reminded before the end, not after " + nudge);
            }
        }
    }
}

package com.eindr.ledger.command;

import java.time.Duration;

/**
 * How long a friend has to say whether a contact was them.
 *
 * @param expireAfter how long a proposal to move debts waits for an answer
 */
public record MovePolicy(Duration expireAfter) {
    public static final MovePolicy USUAL = new MovePolicy(Duration.ofDays(7));

    public MovePolicy {
        if (!expireAfter.isPositive()) {
            throw new IllegalArgumentException("proposals to move debts expire after a while: " + expireAfter);
        }
    }
}

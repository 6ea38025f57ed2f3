package com.eindr.ledger.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.modelling.command.AggregateLifecycle;

/** What every command handler of the ledger needs to know of the moment in which it decides. */
final class Handling {
    private Handling() {}

    /** In milliseconds, which every store and every clock between here and the deadlines keeps exactly. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of the aggregate that is handling, as clients count: the first event makes version 1. */
    static long version() {
        return AggregateLifecycle.getVersion() + 1;
    }
}

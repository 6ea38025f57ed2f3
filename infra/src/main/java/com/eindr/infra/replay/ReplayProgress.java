package com.eindr.infra.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come.
 *
 * @param processed positions of the log that are in the new tables
 * @param total positions that there are
 * @param failure why it failed; null unless it did
 */
record ReplayProgress(
        String projection,
        State state,
        long processed,
        long total,
        @Nullable String failure,
        Instant startedAt,
        Instant updatedAt) {

    enum State {
        RUNNING,
        /** The new tables have taken the place of the old ones. */
        DONE,
        /** The old tables stayed. */
        FAILED,
        /** The node that replayed has stopped; the old tables stayed. */
        INTERRUPTED
    }

    ReplayProgress as(State other) {
        return new ReplayProgress(projection, other, processed, total, failure, startedAt, updatedAt);
    }

    /** Positions per second, on average since the start. */
    long ratePerSecond() {
        long millis = Duration.between(startedAt, updatedAt).toMillis();
        return millis == 0 ? 0 : processed * 1000 / millis;
    }

    /** How long the rest takes at this rate; null while nobody can tell. */
    @Nullable
    Long remainingSeconds() {
        if (state != State.RUNNING) {
            return 0L;
        }
        long rate = ratePerSecond();
        return rate == 0 ? null : Math.ceilDiv(Math.max(0, total - processed), rate);
    }
}

package com.eindr.ledger;

import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a proposal to net. Stored for ever. */
public sealed interface NettingEvent {

    NettingId nettingId();

    NettingTerms terms();

    default boolean isSeenBy(UserId user) {
        return terms().isSeenBy(user);
    }

    /**
     * Somebody proposes that everybody in a circle owes so much less, and approves it.
     *
     * @param nudgesAt when those who have not answered are reminded
     */
    @Revision("1")
    record NettingProposed(
            NettingId nettingId, NettingTerms terms, List<Instant> nudgesAt, Instant expiresAt, Instant proposedAt)
            implements NettingEvent {
        public NettingProposed {
            nudgesAt = List.copyOf(nudgesAt);
        }
    }

    /** Somebody in the circle agrees. */
    @Revision("1")
    record NettingApproved(NettingId nettingId, NettingTerms terms, UserId by, Instant at) implements NettingEvent {}

    /**
     * Those who have not answered have been reminded.
     *
     * @param awaited whom
     * @param number 1 for the first time
     */
    @Revision("1")
    record NettingNudged(NettingId nettingId, NettingTerms terms, List<UserId> awaited, int number, Instant at)
            implements NettingEvent {
        public NettingNudged {
            awaited = List.copyOf(awaited);
        }
    }

    /** All have approved: everybody owes so much less. The entries, one a line of the circle, are in the log just before. */
    @Revision("1")
    record CircleNetted(NettingId nettingId, NettingTerms terms, Instant at) implements NettingEvent {}

    /** Somebody in the circle does not want to. */
    @Revision("1")
    record NettingRejected(NettingId nettingId, NettingTerms terms, UserId by, Instant at) implements NettingEvent {}

    /** Whoever proposed it has taken it back. */
    @Revision("1")
    record NettingWithdrawn(NettingId nettingId, NettingTerms terms, Instant at) implements NettingEvent {}

    /** Somebody did not answer in time. */
    @Revision("1")
    record NettingExpired(NettingId nettingId, NettingTerms terms, Instant at) implements NettingEvent {}

    /** All had approved, but somewhere in the circle less was owed by then, or two were friends no more. */
    @Revision("1")
    record NettingLapsed(NettingId nettingId, NettingTerms terms, Instant at) implements NettingEvent {}
}

package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to net, as everybody in its circle sees it, but for the lines, which are the own ones of who asks.
 *
 * @param approvedBy in the order in which they stand in the circle; the proposer is among them
 * @param rejectedBy null where nobody did
 * @param nudges how often those who have not answered were reminded
 * @param settledAt when its status was decided; null while it is open
 * @param lines to whom the person owes and by whom the person is owed, in this order; null in lists, and where it came to
 *     nothing
 */
public record NettingView(
        NettingId id,
        NettingTerms terms,
        List<UserId> approvedBy,
        NettingStatus status,
        @Nullable UserId rejectedBy,
        int nudges,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant settledAt,
        long version,
        @Nullable List<Line> lines) {
    public NettingView {
        approvedBy = List.copyOf(approvedBy);
        lines = lines == null ? null : List.copyOf(lines);
    }

    /**
     * What is owed between the person and a neighbour in the circle; positive is owed to the person.
     *
     * @param before without the netting
     * @param after with it
     */
    public record Line(UserId counterparty, Money before, Money after) {}

    public NettingView with(List<Line> itsLines) {
        return new NettingView(
                id, terms, approvedBy, status, rejectedBy, nudges, proposedAt, expiresAt, settledAt, version, itsLines);
    }
}

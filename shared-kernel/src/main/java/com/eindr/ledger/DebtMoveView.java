package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moving of debts, as one of its two people sees it.
 *
 * @param contactName for the one who proposed it; null for the friend
 * @param balances what would be owed between the two instead, each in its currency; positive is owed to the person who asks
 * @param reason why it was disputed; null where nobody said
 * @param settledAt when its status was decided; null while it is open
 * @param origins how the balances came about, in their order; null in lists
 */
public record DebtMoveView(
        DebtMoveId id,
        UserId proposedBy,
        @Nullable String contactName,
        UserId friend,
        List<Money> balances,
        DebtMoveStatus status,
        @Nullable String reason,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant settledAt,
        long version,
        @Nullable List<Origin> origins) {
    public DebtMoveView {
        balances = List.copyOf(balances);
        origins = origins == null ? null : List.copyOf(origins);
    }

    /**
     * How a balance came about, since nothing was owed in its currency the last time.
     *
     * @param entries the earliest first
     * @param earlier what the entries before them come to, where there are more than are shown
     */
    public record Origin(List<Part> entries, Money earlier) {
        public Origin {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry, without anybody's words.
     *
     * @param amount positive is owed to the person who asks
     */
    public record Part(EntryCause cause, Money amount, LocalDate occurredOn) {}

    public DebtMoveView with(List<Origin> itsOrigins) {
        return new DebtMoveView(
                id,
                proposedBy,
                contactName,
                friend,
                balances,
                status,
                reason,
                proposedAt,
                expiresAt,
                settledAt,
                version,
                itsOrigins);
    }
}

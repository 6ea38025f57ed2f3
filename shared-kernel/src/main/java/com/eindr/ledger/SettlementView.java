package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A settlement, as one of its two people sees it.
 *
 * @param counterparty the other of the two
 * @param paidByMe whether the one who asks is the one who paid
 * @param paid what was paid, where that is another currency; null where it is the amount itself
 * @param nudges how often the one who has not answered was reminded
 * @param expiresAt null with a mere contact
 * @param settledAt when its status was decided; null while it is open
 * @param reason why it was undone; null where it was not, or where nobody said
 */
public record SettlementView(
        SettlementId id,
        UserId proposedBy,
        Party counterparty,
        boolean paidByMe,
        Money amount,
        @Nullable Money paid,
        SettlementStatus status,
        int nudges,
        Instant proposedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable String reason,
        long version) {}

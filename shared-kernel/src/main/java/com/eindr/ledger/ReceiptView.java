package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as both its people may show it to anybody, and where in the log it can be looked up. Positions are those of
 * the events.
 *
 * @param paid what was paid, where that is another currency; null where it is the amount itself
 * @param asked whether the counterparty confirmed it; not where they are a mere contact
 * @param confirmedAt since when it counts; null where it does not yet
 * @param confirmation where that was said; 0 where it was not
 * @param entry where the entry was posted; 0 where it was not
 */
public record ReceiptView(
        SettlementId id,
        UserId proposedBy,
        Party payer,
        Party payee,
        Money amount,
        @Nullable Money paid,
        boolean asked,
        Instant proposedAt,
        long proposal,
        @Nullable Instant confirmedAt,
        long confirmation,
        long entry) {

    /** Who was asked. */
    public Party counterparty() {
        return payer.isUser(proposedBy) ? payee : payer;
    }
}

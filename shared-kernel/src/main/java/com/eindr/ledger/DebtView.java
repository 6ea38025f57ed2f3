package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A debt, as one of its two people sees it.
 *
 * @param counterparty the other of the two
 * @param direction as the one sees it who asks
 * @param note the recorder's words; null for none
 * @param reason why it was disputed, withdrawn or reversed; null where nobody said
 * @param settledAt when its status was last decided; null while it is unconfirmed
 */
public record DebtView(
        DebtId id,
        UserId recordedBy,
        Party counterparty,
        DebtDirection direction,
        Money amount,
        @Nullable String note,
        LocalDate occurredOn,
        DebtStatus status,
        @Nullable String reason,
        Instant recordedAt,
        @Nullable Instant settledAt,
        long version) {}

package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order a debt takes. Anybody but its two people is told that there is no such debt. */
public sealed interface DebtCommand {

    DebtId debtId();

    UserId by();

    /**
     * Records that somebody owes somebody. It counts once the counterparty accepts it; at once if they let the recorder do
     * so, or are a mere contact.
     *
     * @param note the recorder's words; null for none
     * @param occurredOn when it came about; null for now
     * @param zone where the recorder is: their day is meant
     */
    record RecordDebt(
            @TargetAggregateIdentifier DebtId debtId,
            UserId by,
            Party counterparty,
            DebtDirection direction,
            Money amount,
            @Nullable String note,
            @Nullable LocalDate occurredOn,
            ZoneId zone)
            implements DebtCommand {}

    /** By the counterparty. Repeating it changes nothing. */
    record AcceptDebt(@TargetAggregateIdentifier DebtId debtId, UserId by) implements DebtCommand {}

    /**
     * By the counterparty: it is not so. A debt that counts is disputed only by somebody who was never asked. Repeating it
     * changes nothing.
     */
    record DisputeDebt(
            @TargetAggregateIdentifier DebtId debtId,
            UserId by,
            @Nullable String reason) implements DebtCommand {}

    /** By the recorder: the debt is withdrawn if it does not count yet, else reversed. Repeating it changes nothing. */
    record ReverseDebt(
            @TargetAggregateIdentifier DebtId debtId,
            UserId by,
            @Nullable String reason) implements DebtCommand {}
}

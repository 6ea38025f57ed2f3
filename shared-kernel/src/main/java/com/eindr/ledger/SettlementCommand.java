package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order a settlement takes. Anybody but its two people is told that there is no such settlement. */
public sealed interface SettlementCommand {

    SettlementId settlementId();

    /** An order of one of its two people. */
    sealed interface OfUser extends SettlementCommand {
        UserId by();
    }

    /**
     * Says that whoever owes the other has paid. It counts once the counterparty confirms it; at once with a mere contact.
     *
     * @param amount how much of what is owed is settled by it
     * @param paid what was paid, in another currency than it was owed in; null where it is the amount itself
     * @param zone where the one is who proposes it: their day is meant
     */
    record ProposeSettlement(
            @TargetAggregateIdentifier SettlementId settlementId,
            UserId by,
            Party counterparty,
            Money amount,
            @Nullable Money paid,
            ZoneId zone)
            implements OfUser {}

    /** By the counterparty. Repeating it changes nothing. */
    record ConfirmSettlement(@TargetAggregateIdentifier SettlementId settlementId, UserId by) implements OfUser {}

    /** By the counterparty. Repeating it changes nothing. */
    record RejectSettlement(@TargetAggregateIdentifier SettlementId settlementId, UserId by) implements OfUser {}

    /** By the one who proposed it. Repeating it changes nothing. */
    record WithdrawSettlement(@TargetAggregateIdentifier SettlementId settlementId, UserId by) implements OfUser {}

    /**
     * By the one who proposed it, and only with a mere contact, whom nobody asked: an entry the other way is posted.
     * Repeating it changes nothing.
     */
    record ReverseSettlement(
            @TargetAggregateIdentifier SettlementId settlementId,
            UserId by,
            @Nullable String reason) implements OfUser {}

    /**
     * Reminds the counterparty that they have not answered. Ignored where they have, or have been reminded so often.
     *
     * @param number 1 for the first time
     */
    record NudgeSettlement(@TargetAggregateIdentifier SettlementId settlementId, int number)
            implements SettlementCommand {}

    /** Nobody answered in time. Ignored where somebody has. */
    record ExpireSettlement(@TargetAggregateIdentifier SettlementId settlementId) implements SettlementCommand {}
}

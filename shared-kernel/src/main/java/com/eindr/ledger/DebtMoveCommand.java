package com.eindr.ledger;

import com.eindr.shared.UserId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order the moving of debts takes. Anybody but its two people is told that there is none. */
public sealed interface DebtMoveCommand {

    DebtMoveId moveId();

    /** An order of one of its two people. */
    sealed interface OfUser extends DebtMoveCommand {
        UserId by();
    }

    /**
     * Says that a contact is a friend, with whom is owed from now on what was owed with the contact. It counts once the friend
     * accepts.
     *
     * @param contactName whose accounts are to be closed
     * @param currencies in which; where nothing is owed in one of them, it is left out
     */
    record ProposeDebtMove(
            @TargetAggregateIdentifier DebtMoveId moveId,
            UserId by,
            String contactName,
            UserId friend,
            Set<Currency> currencies)
            implements OfUser {
        public ProposeDebtMove {
            currencies = Set.copyOf(currencies);
        }
    }

    /**
     * By the friend. Repeating it changes nothing.
     *
     * @param zone where the friend is: it counts from their day
     */
    record AcceptDebtMove(@TargetAggregateIdentifier DebtMoveId moveId, UserId by, ZoneId zone) implements OfUser {}

    /** By the friend: it is not so. Repeating it changes nothing. */
    record DisputeDebtMove(
            @TargetAggregateIdentifier DebtMoveId moveId,
            UserId by,
            @Nullable String reason) implements OfUser {}

    /** By the one who proposed it. Repeating it changes nothing. */
    record WithdrawDebtMove(@TargetAggregateIdentifier DebtMoveId moveId, UserId by) implements OfUser {}

    /** The two are friends no more. Ignored where it has been answered, or has ended. */
    record EndDebtMove(@TargetAggregateIdentifier DebtMoveId moveId) implements DebtMoveCommand {}

    /** Nobody answered in time. Ignored where somebody has. */
    record ExpireDebtMove(@TargetAggregateIdentifier DebtMoveId moveId) implements DebtMoveCommand {}
}

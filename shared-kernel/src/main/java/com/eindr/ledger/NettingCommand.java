package com.eindr.ledger;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order a proposal to net takes. Anybody who is not in its circle is told that there is no such proposal. */
public sealed interface NettingCommand {

    NettingId nettingId();

    /** An order of somebody in the circle. */
    sealed interface OfUser extends NettingCommand {
        UserId by();
    }

    /**
     * Proposes that everybody in a circle of friends owes so much less. Who proposes it approves it.
     *
     * @param parties each owes the next, and the last owes the first; the one who proposes it is among them
     * @param amount null for as much as the proposer's own two lines allow
     * @param currency in which all of it is owed
     */
    record ProposeNetting(
            @TargetAggregateIdentifier NettingId nettingId,
            UserId by,
            List<UserId> parties,
            @Nullable Money amount,
            Currency currency)
            implements OfUser {
        public ProposeNetting {
            parties = List.copyOf(parties);
        }
    }

    /**
     * By somebody who was asked. With the last approval it takes effect, if so much is still owed. Repeating it changes
     * nothing.
     *
     * @param zone where they are: the day of the last one is the day by which it counts
     */
    record ApproveNetting(@TargetAggregateIdentifier NettingId nettingId, UserId by, ZoneId zone) implements OfUser {}

    /** By somebody who was asked, also after they approved. Repeating it changes nothing. */
    record RejectNetting(@TargetAggregateIdentifier NettingId nettingId, UserId by) implements OfUser {}

    /** By the one who proposed it. Repeating it changes nothing. */
    record WithdrawNetting(@TargetAggregateIdentifier NettingId nettingId, UserId by) implements OfUser {}

    /**
     * Reminds those who have not answered. Ignored where it is over, or they have been reminded so often.
     *
     * @param number 1 for the first time
     */
    record NudgeNetting(@TargetAggregateIdentifier NettingId nettingId, int number) implements NettingCommand {}

    /** Somebody did not answer in time. Ignored where it is over. */
    record ExpireNetting(@TargetAggregateIdentifier NettingId nettingId) implements NettingCommand {}
}

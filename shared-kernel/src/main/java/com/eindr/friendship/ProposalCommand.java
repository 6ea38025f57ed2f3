package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order a proposal takes. */
public sealed interface ProposalCommand {

    ProposalId proposalId();

    /** Proposes something to a friend; done at once where the friend allows it. Anybody but a friend is not found. */
    sealed interface Propose extends ProposalCommand {
        UserId from();

        UserId to();
    }

    /** @param recipientsZone where the friend is now, for a reminder that follows them */
    record ProposeReminder(
            @TargetAggregateIdentifier ProposalId proposalId,
            UserId from,
            UserId to,
            ReminderOffer offer,
            ZoneId recipientsZone)
            implements Propose {}

    /** @param language BCP 47 tag of the language it is written in; null where nobody knows */
    record ProposeNote(
            @TargetAggregateIdentifier ProposalId proposalId,
            UserId from,
            UserId to,
            String content,
            @Nullable String language)
            implements Propose {}

    /**
     * Repeating it changes nothing.
     *
     * @param recipientsZone where the person who accepts is now
     */
    record AcceptProposal(@TargetAggregateIdentifier ProposalId proposalId, UserId by, ZoneId recipientsZone)
            implements ProposalCommand {}

    /** Repeating it changes nothing. */
    record DeclineProposal(@TargetAggregateIdentifier ProposalId proposalId, UserId by) implements ProposalCommand {}

    /** Nobody answered in time. Ignored where somebody has. */
    record ExpireProposal(@TargetAggregateIdentifier ProposalId proposalId) implements ProposalCommand {}

    /** The two are friends no longer. Ignored where the proposal is settled. */
    record WithdrawProposal(@TargetAggregateIdentifier ProposalId proposalId) implements ProposalCommand {}
}

package com.eindr.friendship.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.friendship.ProposalCommand.AcceptProposal;
import com.eindr.friendship.ProposalCommand.DeclineProposal;
import com.eindr.friendship.ProposalCommand.ExpireProposal;
import com.eindr.friendship.ProposalCommand.ProposeNote;
import com.eindr.friendship.ProposalCommand.ProposeReminder;
import com.eindr.friendship.ProposalCommand.WithdrawProposal;
import com.eindr.friendship.ProposalEvent;
import com.eindr.friendship.ProposalEvent.NoteProposed;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalDeclined;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ProposalWithdrawn;
import com.eindr.friendship.ProposalEvent.Proposed;
import com.eindr.friendship.ProposalEvent.ReminderProposed;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.ProposalStatus;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * Something that one friend wants another to have. It becomes theirs in the commit in which they agree, or at once where
 * they allow such things; where they deny them, it waits like any other and nobody is asked.
 */
@Aggregate
class Proposal {
    @AggregateIdentifier
    private ProposalId proposalId;

    private Proposed proposed;
    private ProposalStatus status = ProposalStatus.PROPOSED;

    /** For the framework, which fills a new instance from the proposal's events, the first of which sets every field. */
    @SuppressWarnings("NullAway.Init")
    Proposal() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(ProposeReminder command, Consent consent, Handover handover, OccurrenceCalendar calendar, Clock clock) {
        Instant now = now(clock);
        Permission permission = consent.toPropose(command, Kind.REMINDERS, now);
        // In a zone that is nobody's: what is wrong with a schedule must not tell where the friend is.
        calendar.check(command.offer().scheduleIn(ZoneOffset.UTC));
        propose(
                new ReminderProposed(
                        command.proposalId(),
                        FriendshipId.of(command.from(), command.to()),
                        command.from(),
                        command.to(),
                        permission,
                        command.offer(),
                        now,
                        consent.expiryOf(now)),
                handover,
                command.recipientsZone());
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(ProposeNote command, Consent consent, Handover handover, Clock clock) {
        Instant now = now(clock);
        propose(
                new NoteProposed(
                        command.proposalId(),
                        FriendshipId.of(command.from(), command.to()),
                        command.from(),
                        command.to(),
                        consent.toPropose(command, Kind.NOTES, now),
                        command.content(),
                        command.language(),
                        now,
                        consent.expiryOf(now)),
                handover,
                ZoneOffset.UTC);
        return version();
    }

    private void propose(Proposed fact, Handover handover, ZoneId recipientsZone) {
        if (fact.permission() != Permission.ALLOW) {
            apply(fact);
            return;
        }
        ProposalAccepted accepted = handover.of(fact, recipientsZone, false, fact.proposedAt());
        apply(fact);
        apply(accepted);
    }

    @CommandHandler
    long handle(AcceptProposal command, Consent consent, Handover handover, Clock clock) {
        requireRecipient(command.by());
        if (status != ProposalStatus.ACTIVE) {
            Instant now = now(clock);
            requireOpen(now);
            consent.toAccept(proposed, now);
            apply(handover.of(proposed, command.recipientsZone(), true, now));
        }
        return version();
    }

    @CommandHandler
    long handle(DeclineProposal command, Clock clock) {
        requireRecipient(command.by());
        if (status != ProposalStatus.DECLINED) {
            Instant now = now(clock);
            requireOpen(now);
            apply(new ProposalDeclined(proposalId, proposed.from(), proposed.to(), now));
        }
        return version();
    }

    @CommandHandler
    void handle(ExpireProposal command, Clock clock) {
        Instant now = now(clock);
        if (status == ProposalStatus.PROPOSED && !now.isBefore(proposed.expiresAt())) {
            apply(new ProposalExpired(proposalId, proposed.from(), proposed.to(), proposed.isDelivered(), now));
        }
    }

    @CommandHandler
    void handle(WithdrawProposal command, Clock clock) {
        if (status == ProposalStatus.PROPOSED) {
            apply(new ProposalWithdrawn(
                    proposalId, proposed.from(), proposed.to(), proposed.isDelivered(), now(clock)));
        }
    }

    /** Whoever was never asked, the sender included, is told that there is no such proposal to answer. */
    private void requireRecipient(UserId by) {
        if (!by.equals(proposed.to()) || !proposed.isDelivered()) {
            throw FriendshipRefusal.PROPOSAL_NOT_FOUND.refusal();
        }
    }

    /** Its time is over when it is over, and not when the deadline gets round to it. */
    private void requireOpen(Instant now) {
        if (status != ProposalStatus.PROPOSED || !now.isBefore(proposed.expiresAt())) {
            throw FriendshipRefusal.PROPOSAL_SETTLED.refusal();
        }
    }

    /** In milliseconds, which every store and every clock between here and the deadline keeps exactly. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** As clients count: the first event makes version 1. */
    private static long version() {
        return AggregateLifecycle.getVersion() + 1;
    }

    @EventSourcingHandler
    void on(ProposalEvent event) {
        proposalId = event.proposalId();
        switch (event) {
            case ReminderProposed fact -> proposed = fact;
            case NoteProposed fact -> proposed = fact;
            case ProposalAccepted _ -> status = ProposalStatus.ACTIVE;
            case ProposalDeclined _ -> status = ProposalStatus.DECLINED;
            case ProposalExpired _ -> status = ProposalStatus.EXPIRED;
            case ProposalWithdrawn _ -> status = ProposalStatus.WITHDRAWN;
        }
    }
}

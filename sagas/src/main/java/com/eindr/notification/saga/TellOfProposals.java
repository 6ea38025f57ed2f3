package com.eindr.notification.saga;

import com.eindr.friendship.Permission;
import com.eindr.friendship.ProposalEvent;
import com.eindr.friendship.ProposalEvent.NoteProposed;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalDeclined;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ProposalWithdrawn;
import com.eindr.friendship.ProposalEvent.Proposed;
import com.eindr.friendship.ProposalEvent.ReminderProposed;
import com.eindr.notification.NotificationKind;
import com.eindr.shared.UserId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Whenever a friend proposes something, the recipient is told; whenever it is answered or expires, the sender is told what
 * became of it, and never why. What is withdrawn with a friendship is told nobody.
 */
@Component
@ProcessingGroup("tell-of-proposals")
@DisallowReplay
class TellOfProposals {
    private final Notices notices;

    TellOfProposals(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(ProposalEvent event, EventMessage<?> message) {
        switch (event) {
            case ReminderProposed e ->
                proposed(
                        e,
                        message,
                        "wants to remind you: " + e.offer().title(),
                        "reminds you: " + e.offer().title());
            case NoteProposed e -> proposed(e, message, "wants to give you a note.", "gave you a note.");
            case ProposalAccepted e -> {
                if (e.asked()) {
                    answered(e, message, NotificationKind.PROPOSAL_ACCEPTED, "accepted what you proposed.");
                }
            }
            case ProposalDeclined e ->
                answered(e, message, NotificationKind.PROPOSAL_DECLINED, "declined what you proposed.");
            case ProposalExpired e ->
                answered(e, message, NotificationKind.PROPOSAL_EXPIRED, "did not answer what you proposed.");
            case ProposalWithdrawn _ -> {}
        }
    }

    private void proposed(Proposed event, EventMessage<?> message, String wish, String fact) {
        if (!event.isDelivered()) {
            return;
        }
        boolean done = event.permission() == Permission.ALLOW;
        tell(
                event.to(),
                done ? NotificationKind.GIVEN_BY_FRIEND : NotificationKind.PROPOSAL_RECEIVED,
                event,
                event.from(),
                message,
                done ? fact : wish);
    }

    private void answered(ProposalEvent event, EventMessage<?> message, NotificationKind kind, String words) {
        tell(event.from(), kind, event, event.to(), message, words);
    }

    private void tell(
            UserId recipient,
            NotificationKind kind,
            ProposalEvent event,
            UserId about,
            EventMessage<?> message,
            String words) {
        notices.tell(recipient, kind, event.proposalId(), about, message, words);
    }
}

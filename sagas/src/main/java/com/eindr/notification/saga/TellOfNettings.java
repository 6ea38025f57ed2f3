package com.eindr.notification.saga;

import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingApproved;
import com.eindr.ledger.NettingEvent.NettingExpired;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingNudged;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.notification.NotificationKind;
import com.eindr.shared.UserId;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whenever a netting waits for people, they are told and reminded; whenever it has come to something, all who were asked are,
 * but for the one who said no or took it back. A single approval of several is no news.
 */
@Component
@ProcessingGroup("tell-of-nettings")
@DisallowReplay
class TellOfNettings {
    private final Notices notices;

    TellOfNettings(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(NettingEvent event, EventMessage<?> message) {
        UserId proposer = event.terms().proposedBy();
        switch (event) {
            case NettingProposed e ->
                tell(
                        allBut(proposer, e),
                        e,
                        message,
                        NotificationKind.NETTING_PROPOSED,
                        proposer,
                        "proposes that "
                                + e.terms().parties().size() + " friends who owe each other in a circle each owe "
                                + e.terms().amount() + " less. Do you agree?");
            case NettingApproved _ -> {}
            case NettingNudged e ->
                tell(
                        e.awaited(),
                        e,
                        message,
                        NotificationKind.NETTING_NUDGED,
                        proposer,
                        "still waits for your answer about netting in a circle.");
            case CircleNetted e ->
                tell(
                        e.terms().parties(),
                        e,
                        message,
                        NotificationKind.CIRCLE_NETTED,
                        null,
                        "Everybody agreed: each of "
                                + e.terms().parties().size() + " friends owes "
                                + e.terms().amount() + " less.");
            case NettingRejected e ->
                tell(
                        allBut(e.by(), e),
                        e,
                        message,
                        NotificationKind.NETTING_REJECTED,
                        e.by(),
                        "does not want to net in a circle.");
            case NettingWithdrawn e ->
                tell(
                        allBut(proposer, e),
                        e,
                        message,
                        NotificationKind.NETTING_WITHDRAWN,
                        proposer,
                        "took back the proposal to net in a circle.");
            case NettingExpired e ->
                tell(
                        e.terms().parties(),
                        e,
                        message,
                        NotificationKind.NETTING_EXPIRED,
                        null,
                        "Not everybody answered about netting in a circle; nothing has changed.");
            case NettingLapsed e ->
                tell(
                        e.terms().parties(),
                        e,
                        message,
                        NotificationKind.NETTING_LAPSED,
                        null,
                        "The circle that was to be netted is none any more; nothing has changed.");
        }
    }

    private static List<UserId> allBut(UserId one, NettingEvent event) {
        return event.terms().parties().stream()
                .filter(party -> !party.equals(one))
                .toList();
    }

    private void tell(
            List<UserId> people,
            NettingEvent event,
            EventMessage<?> message,
            NotificationKind kind,
            @Nullable UserId about,
            String words) {
        people.stream()
                .filter(event::isSeenBy)
                .forEach(person -> notices.tell(person, kind, event.nettingId(), about, message, words));
    }
}

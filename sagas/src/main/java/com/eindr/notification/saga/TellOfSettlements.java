package com.eindr.notification.saga;

import com.eindr.ledger.SettlementEvent;
import com.eindr.ledger.SettlementEvent.SettlementConfirmed;
import com.eindr.ledger.SettlementEvent.SettlementExpired;
import com.eindr.ledger.SettlementEvent.SettlementNudged;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementEvent.SettlementRejected;
import com.eindr.ledger.SettlementEvent.SettlementReversed;
import com.eindr.ledger.SettlementEvent.SettlementWithdrawn;
import com.eindr.notification.NotificationKind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Whenever a settlement waits for somebody, they are told and reminded; whenever it has come to something, the one who
 * proposed it is. A mere contact is nobody who could be told.
 */
@Component
@ProcessingGroup("tell-of-settlements")
@DisallowReplay
class TellOfSettlements {
    private final Notices notices;

    TellOfSettlements(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(SettlementEvent event, EventMessage<?> message) {
        if (!event.counterparty().isUser()) {
            return;
        }
        switch (event) {
            case SettlementProposed e ->
                tellCounterparty(
                        e,
                        message,
                        NotificationKind.SETTLEMENT_PROPOSED,
                        (e.payer().isUser(e.proposedBy()) ? "says they paid you " : "says that you paid them ")
                                + (e.paid() == null ? e.amount() : e.paid() + " for " + e.amount())
                                + ". Is that right?");
            case SettlementNudged e ->
                tellCounterparty(
                        e, message, NotificationKind.SETTLEMENT_NUDGED, "still waits for your answer about a payment.");
            case SettlementConfirmed e ->
                tellProposer(e, message, NotificationKind.SETTLEMENT_CONFIRMED, "confirmed a payment.");
            case SettlementRejected e ->
                tellProposer(e, message, NotificationKind.SETTLEMENT_REJECTED, "says that there was no such payment.");
            case SettlementWithdrawn e ->
                tellCounterparty(
                        e, message, NotificationKind.SETTLEMENT_WITHDRAWN, "took back what they said of a payment.");
            case SettlementExpired e ->
                tellProposer(
                        e,
                        message,
                        NotificationKind.SETTLEMENT_EXPIRED,
                        "did not answer about a payment; it does not count.");
            case SettlementReversed _ -> {
                // Only what was settled with a mere contact is undone.
            }
        }
    }

    /** Whoever blocks the proposer finds the proposal in their ledger, and is not told of it. */
    private void tellCounterparty(SettlementEvent event, EventMessage<?> message, NotificationKind kind, String words) {
        if (notices.isDeaf(event.counterparty().userId(), event.proposedBy())) {
            return;
        }
        notices.tell(event.counterparty().userId(), kind, event.settlementId(), event.proposedBy(), message, words);
    }

    private void tellProposer(SettlementEvent event, EventMessage<?> message, NotificationKind kind, String words) {
        notices.tell(
                event.proposedBy(),
                kind,
                event.settlementId(),
                event.counterparty().userId(),
                message,
                words);
    }
}

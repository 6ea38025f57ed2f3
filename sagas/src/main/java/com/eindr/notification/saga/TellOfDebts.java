package com.eindr.notification.saga;

import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtEvent;
import com.eindr.ledger.DebtEvent.DebtAccepted;
import com.eindr.ledger.DebtEvent.DebtDisputed;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtEvent.DebtReversed;
import com.eindr.ledger.DebtEvent.DebtWithdrawn;
import com.eindr.notification.NotificationKind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Whenever a friend records a debt with somebody, or undoes one, they are told; whenever it is accepted or disputed, the one
 * who recorded it is. A mere contact is nobody who could be told.
 */
@Component
@ProcessingGroup("tell-of-debts")
@DisallowReplay
class TellOfDebts {
    private final Notices notices;

    TellOfDebts(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(DebtEvent event, EventMessage<?> message) {
        if (!event.counterparty().isUser()) {
            return;
        }
        switch (event) {
            case DebtRecorded e -> {
                if (e.isDelivered()) {
                    tellCounterparty(
                            e,
                            message,
                            NotificationKind.DEBT_RECORDED,
                            (e.direction() == DebtDirection.OWED_TO_ME
                                            ? "says that you owe them "
                                            : "says they owe you ")
                                    + e.amount()
                                    + (e.isAcceptedAtOnce() ? ", as you allow." : "."));
                }
            }
            case DebtAccepted e -> {
                if (e.asked()) {
                    tellRecorder(e, message, NotificationKind.DEBT_ACCEPTED, "accepted a debt that you recorded.");
                }
            }
            case DebtDisputed e ->
                tellRecorder(e, message, NotificationKind.DEBT_DISPUTED, "disputes a debt that you recorded.");
            case DebtWithdrawn e -> {
                if (e.delivered()) {
                    tellCounterparty(
                            e, message, NotificationKind.DEBT_REVERSED, "took back a debt that they had recorded.");
                }
            }
            case DebtReversed e ->
                tellCounterparty(e, message, NotificationKind.DEBT_REVERSED, "reversed a debt between you.");
        }
    }

    private void tellCounterparty(DebtEvent event, EventMessage<?> message, NotificationKind kind, String words) {
        notices.tell(event.counterparty().userId(), kind, event.debtId(), event.recordedBy(), message, words);
    }

    private void tellRecorder(DebtEvent event, EventMessage<?> message, NotificationKind kind, String words) {
        notices.tell(
                event.recordedBy(), kind, event.debtId(), event.counterparty().userId(), message, words);
    }
}

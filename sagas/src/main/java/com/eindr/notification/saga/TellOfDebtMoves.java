package com.eindr.notification.saga;

import com.eindr.ledger.DebtMoveEvent;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveExpired;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.notification.NotificationKind;
import com.eindr.shared.UserId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Whenever somebody says that a contact was a friend, the friend is told; whenever it has come to something, the one who said
 * so is. Where it ended with the friendship nobody is: both know, or are not to know why.
 */
@Component
@ProcessingGroup("tell-of-debt-moves")
@DisallowReplay
class TellOfDebtMoves {
    private final Notices notices;

    TellOfDebtMoves(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(DebtMoveEvent event, EventMessage<?> message) {
        UserId proposer = event.proposedBy();
        UserId friend = event.friend();
        switch (event) {
            case DebtMoveProposed e ->
                tell(
                        friend,
                        e,
                        message,
                        NotificationKind.DEBT_MOVE_PROPOSED,
                        proposer,
                        "says that what they had noted down without you is between you two. Is that right?");
            case DebtMoveAccepted e ->
                tell(
                        proposer,
                        e,
                        message,
                        NotificationKind.DEBT_MOVE_ACCEPTED,
                        friend,
                        "agreed to what you had noted down.");
            case DebtMoveDisputed e ->
                tell(
                        proposer,
                        e,
                        message,
                        NotificationKind.DEBT_MOVE_DISPUTED,
                        friend,
                        "says that what you had noted down is not between you two.");
            case DebtMoveWithdrawn e -> {
                if (e.byProposer()) {
                    tell(
                            friend,
                            e,
                            message,
                            NotificationKind.DEBT_MOVE_WITHDRAWN,
                            proposer,
                            "took back what they said of what they had noted down.");
                }
            }
            case DebtMoveExpired e ->
                tell(
                        proposer,
                        e,
                        message,
                        NotificationKind.DEBT_MOVE_EXPIRED,
                        friend,
                        "did not answer about what you had noted down; nothing has changed.");
        }
    }

    private void tell(
            UserId recipient,
            DebtMoveEvent event,
            EventMessage<?> message,
            NotificationKind kind,
            UserId actor,
            String words) {
        if (event.isSeenBy(recipient)) {
            notices.tell(recipient, kind, event.moveId(), actor, message, words);
        }
    }
}

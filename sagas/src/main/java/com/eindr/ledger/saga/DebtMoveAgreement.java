package com.eindr.ledger.saga;

import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.FriendshipId;
import com.eindr.ledger.DebtMoveCommand.EndDebtMove;
import com.eindr.ledger.DebtMoveCommand.ExpireDebtMove;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveExpired;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.ledger.DebtMoveId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a friend says whether a contact was them, until the time for it is over or the two are friends no more; a block
 * ends a friendship too. It remembers and the move decides: an order that comes after the answer is ignored.
 */
@Saga
@ProcessingGroup("debt-move-agreement")
public class DebtMoveAgreement {
    static final String EXPIRY = "debt-move-expiry";
    static final String FRIENDS_NO_MORE = "debt-move-friends-no-more";

    private static final String ACTOR = "saga:debt-move-agreement";

    private @Nullable DebtMoveId moveId;
    private @Nullable String expiry;

    /** For the framework. */
    public DebtMoveAgreement() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "moveId")
    public void on(DebtMoveProposed event, DeadlineManager deadlines) {
        moveId = event.moveId();
        SagaLifecycle.associateWith(
                "friendshipId",
                FriendshipId.of(event.proposedBy(), event.friend()).toString());
        expiry = deadlines.schedule(event.expiresAt(), EXPIRY, event.moveId());
    }

    /** Every move is ended by a deadline of its own, so that one that cannot be holds up no other. */
    @SagaEventHandler(associationProperty = "friendshipId")
    public void on(FriendshipEnded event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ZERO, FRIENDS_NO_MORE, Objects.requireNonNull(moveId));
    }

    /** A deadline that has fired is gone by itself; cancelling it would disturb its completion. */
    @DeadlineHandler(deadlineName = EXPIRY)
    public void expire(DebtMoveId move, Orders orders) {
        expiry = null;
        orders.give(ACTOR, new ExpireDebtMove(move));
    }

    @DeadlineHandler(deadlineName = FRIENDS_NO_MORE)
    public void end(DebtMoveId move, Orders orders) {
        orders.give(ACTOR, new EndDebtMove(move));
    }

    @SagaEventHandler(associationProperty = "moveId")
    public void on(DebtMoveAccepted event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "moveId")
    public void on(DebtMoveDisputed event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "moveId")
    public void on(DebtMoveWithdrawn event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "moveId")
    public void on(DebtMoveExpired event, DeadlineManager deadlines) {
        end(deadlines);
    }

    private void end(DeadlineManager deadlines) {
        if (expiry != null) {
            deadlines.cancelSchedule(EXPIRY, expiry);
        }
        SagaLifecycle.end();
    }
}

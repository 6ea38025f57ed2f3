package com.eindr.ledger.saga;

import com.eindr.ledger.SettlementCommand.ExpireSettlement;
import com.eindr.ledger.SettlementCommand.NudgeSettlement;
import com.eindr.ledger.SettlementEvent.SettlementConfirmed;
import com.eindr.ledger.SettlementEvent.SettlementExpired;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementEvent.SettlementRejected;
import com.eindr.ledger.SettlementEvent.SettlementWithdrawn;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.saga.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the answer to a settlement: reminds the one who has not answered, and ends it when its time is over. It remembers
 * and the settlement decides: an order that comes after the answer is ignored.
 */
@Saga
@ProcessingGroup("settlement-agreement")
public class SettlementAgreement {
    static final String NUDGE = "settlement-nudge";
    static final String EXPIRY = "settlement-expiry";

    private static final String ACTOR = "saga:settlement-agreement";

    /** Of the nudges that have not come yet, the next one first. */
    private List<String> nudges = new ArrayList<>();

    private @Nullable String expiry;

    /** For the framework. */
    public SettlementAgreement() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "settlementId")
    public void on(SettlementProposed event, DeadlineManager deadlines) {
        Instant expiresAt = event.expiresAt();
        if (expiresAt == null) {
            // Nobody is asked, so nothing is to be waited for.
            SagaLifecycle.end();
            return;
        }
        int number = 1;
        for (Instant nudgeAt : event.nudgesAt()) {
            nudges.add(deadlines.schedule(nudgeAt, NUDGE, new NudgeSettlement(event.settlementId(), number++)));
        }
        expiry = deadlines.schedule(expiresAt, EXPIRY, event.settlementId());
    }

    /** A deadline that has fired is gone by itself; cancelling it would disturb its completion. */
    @DeadlineHandler(deadlineName = NUDGE)
    public void nudge(NudgeSettlement order, Orders orders) {
        if (!nudges.isEmpty()) {
            nudges.removeFirst();
        }
        orders.give(ACTOR, order);
    }

    @DeadlineHandler(deadlineName = EXPIRY)
    public void expire(SettlementId settlement, Orders orders) {
        expiry = null;
        orders.give(ACTOR, new ExpireSettlement(settlement));
    }

    @SagaEventHandler(associationProperty = "settlementId")
    public void on(SettlementConfirmed event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "settlementId")
    public void on(SettlementRejected event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "settlementId")
    public void on(SettlementWithdrawn event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "settlementId")
    public void on(SettlementExpired event, DeadlineManager deadlines) {
        end(deadlines);
    }

    private void end(DeadlineManager deadlines) {
        nudges.forEach(nudge -> deadlines.cancelSchedule(NUDGE, nudge));
        if (expiry != null) {
            deadlines.cancelSchedule(EXPIRY, expiry);
        }
        SagaLifecycle.end();
    }
}

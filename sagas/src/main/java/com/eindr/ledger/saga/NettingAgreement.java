package com.eindr.ledger.saga;

import com.eindr.ledger.NettingCommand.ExpireNetting;
import com.eindr.ledger.NettingCommand.NudgeNetting;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingExpired;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.ledger.NettingId;
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
 * Waits until everybody in a circle has approved a netting: reminds those who have not, and ends it when its time is over. It
 * remembers and the proposal decides: an order that comes after its end is ignored.
 */
@Saga
@ProcessingGroup("netting-agreement")
public class NettingAgreement {
    static final String NUDGE = "netting-nudge";
    static final String EXPIRY = "netting-expiry";

    private static final String ACTOR = "saga:netting-agreement";

    /** Of the nudges that have not come yet, the next one first. */
    private List<String> nudges = new ArrayList<>();

    private @Nullable String expiry;

    /** For the framework. */
    public NettingAgreement() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "nettingId")
    public void on(NettingProposed event, DeadlineManager deadlines) {
        int number = 1;
        for (Instant nudgeAt : event.nudgesAt()) {
            nudges.add(deadlines.schedule(nudgeAt, NUDGE, new NudgeNetting(event.nettingId(), number++)));
        }
        expiry = deadlines.schedule(event.expiresAt(), EXPIRY, event.nettingId());
    }

    /** A deadline that has fired is gone by itself; cancelling it would disturb its completion. */
    @DeadlineHandler(deadlineName = NUDGE)
    public void nudge(NudgeNetting order, Orders orders) {
        if (!nudges.isEmpty()) {
            nudges.removeFirst();
        }
        orders.give(ACTOR, order);
    }

    @DeadlineHandler(deadlineName = EXPIRY)
    public void expire(NettingId netting, Orders orders) {
        expiry = null;
        orders.give(ACTOR, new ExpireNetting(netting));
    }

    @SagaEventHandler(associationProperty = "nettingId")
    public void on(CircleNetted event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "nettingId")
    public void on(NettingRejected event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "nettingId")
    public void on(NettingWithdrawn event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "nettingId")
    public void on(NettingExpired event, DeadlineManager deadlines) {
        end(deadlines);
    }

    @SagaEventHandler(associationProperty = "nettingId")
    public void on(NettingLapsed event, DeadlineManager deadlines) {
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

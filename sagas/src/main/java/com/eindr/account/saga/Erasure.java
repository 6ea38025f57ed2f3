package com.eindr.account.saga;

import com.eindr.account.AccountCommand.BeginErasure;
import com.eindr.account.AccountCommand.ConfirmErasure;
import com.eindr.account.AccountEvent.ErasureRequested;
import com.eindr.account.AccountEvent.ErasureWithdrawn;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases a person once the days of grace are over, in three steps that may each be done twice: the key is destroyed and what
 * is under way is ended; when no node remembers the key any more, the copies are removed and the certificate is recorded,
 * upon which each read model forgets the person; and what slipped in between is removed at the end.
 *
 * <p>It remembers and the account decides: whether the erasure begins, or the person has come back in the same moment.
 */
@Saga
@ProcessingGroup("erasure")
public class Erasure {
    static final String DESTROY = "erasure-destroy";
    static final String CONFIRM = "erasure-confirm";
    static final String SWEEP = "erasure-sweep";
    static final String ACTOR = "saga:erasure";

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private @Nullable String grace;

    /** For the framework. */
    public Erasure() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "userId")
    public void on(ErasureRequested event, DeadlineManager deadlines) {
        cancel(deadlines);
        grace = deadlines.schedule(event.effectiveAt(), DESTROY, event);
    }

    @SagaEventHandler(associationProperty = "userId")
    public void on(ErasureWithdrawn event, DeadlineManager deadlines) {
        cancel(deadlines);
        SagaLifecycle.end();
    }

    /** A deadline that has fired is gone by itself; cancelling it would disturb its completion. */
    @DeadlineHandler(deadlineName = DESTROY)
    public void destroy(
            ErasureRequested request,
            Departure departure,
            Orders orders,
            DeadlineManager deadlines,
            ErasurePace pace,
            Clock clock) {
        UserId person = request.userId();
        grace = null;
        BeginErasure begin = new BeginErasure(person, request.effectiveAt());
        if (!orders.ask(ACTOR, begin, Boolean.class).orElse(false)) {
            return;
        }
        departure.destroyKey(person);
        departure.part(person);
        deadlines.schedule(clock.instant().plus(pace.settles()), CONFIRM, person);
        closeSignInIfPossible(person, departure);
    }

    @DeadlineHandler(deadlineName = CONFIRM)
    public void confirm(
            UserId person,
            Departure departure,
            Orders orders,
            DeadlineManager deadlines,
            ErasurePace pace,
            Clock clock) {
        departure.part(person);
        departure.removeCopies(person);
        orders.give(ACTOR, new ConfirmErasure(person));
        deadlines.schedule(clock.instant().plus(pace.settles()), SWEEP, person);
    }

    /** Comes back until the identity provider has answered; everything else is done by then. */
    @DeadlineHandler(deadlineName = SWEEP)
    public void sweep(UserId person, Departure departure) {
        departure.removeCopies(person);
        departure.closeSignIn(person);
        SagaLifecycle.end();
    }

    /** The sooner the better, but the erasure waits for nobody else. */
    private static void closeSignInIfPossible(UserId person, Departure departure) {
        try {
            departure.closeSignIn(person);
        } catch (RuntimeException e) {
            LOG.warn("The sign-in of {} is not closed yet; it will be tried again.", person, e);
        }
    }

    private void cancel(DeadlineManager deadlines) {
        if (grace != null) {
            deadlines.cancelSchedule(DESTROY, grace);
            grace = null;
        }
    }
}

package com.eindr.account.saga;

import com.eindr.account.AccountCommand.AnnounceTrialEnd;
import com.eindr.account.AccountCommand.EndTrial;
import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.Plan;
import com.eindr.shared.saga.Orders;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Ends a trial when its time is over, and has its person warned before that.
 *
 * <p>It remembers and the account decides: an order for a trial that is not running any more is ignored.
 */
@Saga
@ProcessingGroup("trial-end")
public class TrialEnd {
    static final String WARNING = "trial-warning";
    static final String END = "trial-end";
    static final String ACTOR = "saga:trial-end";

    private @Nullable String warning;
    private @Nullable String end;

    /** For the framework. */
    public TrialEnd() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "userId")
    public void on(TrialStarted event, DeadlineManager deadlines) {
        cancel(deadlines);
        warning = deadlines.schedule(event.endsAt().minus(Plan.TRIAL_WARNS), WARNING, event);
        end = deadlines.schedule(event.endsAt(), END, event);
    }

    @SagaEventHandler(associationProperty = "userId")
    public void on(PlanChanged event, DeadlineManager deadlines) {
        cancel(deadlines);
        // A trial that is granted anew begins with an event of its own, which comes next.
        if (event.plan() != Plan.TRIAL) {
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = "userId")
    public void on(PersonErased event, DeadlineManager deadlines) {
        cancel(deadlines);
        SagaLifecycle.end();
    }

    @DeadlineHandler(deadlineName = WARNING)
    public void warn(TrialStarted trial, Orders orders) {
        warning = null;
        orders.give(ACTOR, new AnnounceTrialEnd(trial.userId(), trial.endsAt()));
    }

    @DeadlineHandler(deadlineName = END)
    public void end(TrialStarted trial, Orders orders) {
        end = null;
        orders.give(ACTOR, new EndTrial(trial.userId(), trial.endsAt(), ACTOR));
    }

    /** A deadline that has fired is gone by itself; cancelling it would disturb its completion. */
    private void cancel(DeadlineManager deadlines) {
        if (warning != null) {
            deadlines.cancelSchedule(WARNING, warning);
            warning = null;
        }
        if (end != null) {
            deadlines.cancelSchedule(END, end);
            end = null;
        }
    }
}

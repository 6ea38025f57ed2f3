package com.eindr.account.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.account.AllowanceEvent;
import com.eindr.account.AllowanceEvent.AllowanceTaken;
import com.eindr.account.AllowanceId;
import com.eindr.account.Feature;
import com.eindr.account.Plan;
import com.eindr.shared.UserId;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What one person has had of one feature in one calendar month.
 *
 * <p>It takes no commands: it is asked inside the handlers of others, and its event is appended together with theirs. Two
 * who take the last one at the same time meet in this stream, and the one who comes second decides again.
 */
@Aggregate
class Allowance {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // The framework reads it.
    private @Nullable AllowanceId allowanceId;

    private int used;
    private final Set<String> with = new HashSet<>();

    /** For the framework, which fills a new instance from the allowance's events. */
    Allowance() {}

    /** @param other what counts once a month only; null where every use counts */
    void take(AllowanceId id, UserId user, Feature feature, YearMonth month, @Nullable String other, Plan plan) {
        if (other != null && with.contains(other)) {
            return;
        }
        if (!plan.limit(feature).allowsAfter(used)) {
            throw PlanLock.refusal(plan, feature, used);
        }
        apply(new AllowanceTaken(id, user, feature, month, other));
    }

    @EventSourcingHandler
    void on(AllowanceEvent event) {
        switch (event) {
            case AllowanceTaken taken -> {
                allowanceId = taken.allowanceId();
                used++;
                if (taken.with() != null) {
                    with.add(taken.with());
                }
            }
        }
    }
}

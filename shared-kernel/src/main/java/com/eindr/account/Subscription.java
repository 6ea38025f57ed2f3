package com.eindr.account;

import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The plan a person is on, as their account's events make it.
 *
 * @param trialEndsAt null where no trial is running, and before the first one has begun
 */
public record Subscription(Plan plan, @Nullable Instant trialEndsAt) {
    /** Of somebody whose trial has not begun. */
    public static final Subscription INITIAL = new Subscription(Plan.TRIAL, null);

    public Subscription after(AccountEvent event) {
        return switch (event) {
            case TrialStarted started -> new Subscription(Plan.TRIAL, started.endsAt());
            case PlanChanged changed -> new Subscription(changed.plan(), null);
            default -> this;
        };
    }

    /** The plan that counts at a moment: a trial that is over is over, also where nobody has recorded that yet. */
    public Plan at(Instant now) {
        return trialEndsAt != null && !now.isBefore(trialEndsAt) ? Plan.EXPIRED : plan;
    }
}

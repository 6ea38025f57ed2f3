package com.eindr.account.command;

import com.eindr.account.AllowanceId;
import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.account.Limit;
import com.eindr.account.Plan;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Decides by the person's plan, and counts in their {@link Allowance} only what that plan limits. */
public final class PlannedEntitlements implements Entitlements {
    private final Plans plans;
    private final Repositories repositories;

    private PlannedEntitlements(Plans plans, Repositories repositories) {
        this.plans = plans;
        this.repositories = repositories;
    }

    public static PlannedEntitlements of(Plans plans, Repositories repositories) {
        return new PlannedEntitlements(plans, repositories);
    }

    @Override
    public void take(UserId user, Feature feature, Instant now) {
        take(user, feature, null, now);
    }

    @Override
    public void takeWith(UserId user, Feature feature, String with, Instant now) {
        take(user, feature, with, now);
    }

    @Override
    public void require(UserId user, Feature feature, Instant now) {
        planWith(user, feature, now);
    }

    private void take(UserId user, Feature feature, @Nullable String with, Instant now) {
        Plan plan = planWith(user, feature, now);
        if (plan.limit(feature).counts()) {
            YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
            AllowanceId id = AllowanceId.of(user, feature, month);
            repositories
                    .loadOrCreate(Allowance.class, id, Allowance::new)
                    .execute(allowance -> allowance.take(id, user, feature, month, with, plan));
        }
    }

    private Plan planWith(UserId user, Feature feature, Instant now) {
        Plan plan = plans.of(user).at(now);
        Limit limit = plan.limit(feature);
        if (limit.isLocked()) {
            throw PlanLock.refusal(plan, feature, 0);
        }
        return plan;
    }
}

package com.eindr.account.command;

import com.eindr.account.AccountRefusal;
import com.eindr.account.Feature;
import com.eindr.account.Limit;
import com.eindr.account.Plan;
import com.eindr.shared.Refusal;
import java.util.Locale;
import java.util.Map;

/** Words the refusal of what a plan does not include. */
final class PlanLock {
    private static final String REQUIRED_PLAN = "requiredPlan";

    private PlanLock() {}

    /** @param used how much of the feature the person has had this month */
    static Refusal refusal(Plan plan, Feature feature, int used) {
        String what = feature.name().toLowerCase(Locale.ROOT);
        Limit limit = plan.limit(feature);
        String detail = limit.isLocked()
                ? "The plan " + plan + " does not include " + what + "."
                : "The plan " + plan + " includes " + limit.most() + " " + what + " a month, and they are used up.";
        Refusal refusal = Refusal.of(AccountRefusal.PLAN_LOCKED, detail);
        return Plan.unlocking(feature, used)
                .map(required -> refusal.with(Map.of(REQUIRED_PLAN, required.name())))
                .orElse(refusal);
    }
}

package com.eindr.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person's plan lets them do at a moment, so that the app can tell before the tap.
 *
 * @param trialEndsAt null where no trial is running
 * @param features one for each {@link Feature}
 */
public record EntitlementsView(Plan plan, @Nullable Instant trialEndsAt, List<Entitlement> features) {
    public EntitlementsView {
        features = List.copyOf(features);
    }

    /**
     * What there is of one feature.
     *
     * @param allowed whether one more would be granted now; of what counts by different others, one more other
     * @param requiredPlan the least plan that would grant it; null where it is granted
     * @param limit in a calendar month; null for none
     * @param used in this calendar month, as far as it was counted; 0 where the plan has no limit
     * @param resetsAt when {@code used} is 0 again; null where nothing is counted
     */
    public record Entitlement(
            Feature feature,
            boolean allowed,
            @Nullable Plan requiredPlan,
            @Nullable Integer limit,
            long used,
            @Nullable Instant resetsAt) {

        /** @param resetsAt when the month ends in which so much was used */
        public static Entitlement of(Plan plan, Feature feature, int used, Instant resetsAt) {
            Limit limit = plan.limit(feature);
            boolean allowed = limit.allowsAfter(used);
            return new Entitlement(
                    feature,
                    allowed,
                    allowed ? null : Plan.unlocking(feature, used).orElse(null),
                    limit.equals(Limit.NONE) ? null : Integer.valueOf(limit.most()),
                    limit.counts() ? used : 0,
                    limit.counts() ? resetsAt : null);
        }
    }
}

package com.eindr.account;

import com.eindr.shared.UserId;
import java.time.Instant;

/**
 * What a person's plan lets them do. A parameter of every command handler that creates something: it is asked last, just
 * before the handler's own event is applied.
 *
 * <p>What a plan limits is counted in the same commit as that event, so two commands that arrive together never share the
 * last one. Every method refuses with {@link AccountRefusal#PLAN_LOCKED}, which names the {@code requiredPlan}.
 */
public interface Entitlements {

    /** Takes one of a feature that is counted by uses. */
    void take(UserId user, Feature feature, Instant now);

    /**
     * Takes one of a feature that is counted by how many different others it involves in a month.
     *
     * @param with such as a friend or a language, by which it counts once a month
     */
    void takeWith(UserId user, Feature feature, String with, Instant now);

    /** Refuses where the plan does not include the feature at all; counts nothing. */
    void require(UserId user, Feature feature, Instant now);
}

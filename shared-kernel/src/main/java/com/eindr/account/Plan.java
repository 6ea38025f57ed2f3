package com.eindr.account;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person has subscribed to. Losing a plan never deletes or silences what exists. */
public enum Plan {
    /** Everything, for {@link #TRIAL_LASTS}; everybody begins here. */
    TRIAL,
    STARTER,
    PRO,
    /** Everything. */
    ELITE,
    /** Nothing new. */
    EXPIRED;

    public static final Duration TRIAL_LASTS = Duration.ofDays(7);

    /** How long before the end of a trial its person is warned. */
    public static final Duration TRIAL_WARNS = Duration.ofDays(2);

    /** How much of a feature the plan includes. */
    public Limit limit(Feature feature) {
        return switch (this) {
            case TRIAL, ELITE -> Limit.NONE;
            case PRO ->
                switch (feature) {
                    case SHARING -> new Limit(3);
                    case LANGUAGES -> new Limit(10);
                    case REMINDERS, NOTES, DEBTS, HABITS -> Limit.NONE;
                };
            case STARTER ->
                switch (feature) {
                    case REMINDERS -> new Limit(50);
                    case LANGUAGES -> new Limit(2);
                    case NOTES, DEBTS -> Limit.NONE;
                    case SHARING, HABITS -> Limit.LOCKED;
                };
            case EXPIRED -> Limit.LOCKED;
        };
    }

    /** The least plan to be bought that includes one more of a feature after {@code used} in a month. */
    public static Optional<Plan> unlocking(Feature feature, int used) {
        return Stream.of(STARTER, PRO, ELITE)
                .filter(plan -> plan.limit(feature).allowsAfter(used))
                .findFirst();
    }
}

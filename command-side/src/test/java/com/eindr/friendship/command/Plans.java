package com.eindr.friendship.command;

import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.shared.UserId;
import java.time.Instant;

/** Entitlements by which one person is on one plan, and everybody else on another. */
final class Plans {
    private Plans() {}

    static Entitlements of(UserId one, Plan plan, Plan otherwise) {
        Entitlements hers = Entitled.to(plan);
        Entitlements others = Entitled.to(otherwise);
        return new Entitlements() {
            @Override
            public void take(UserId user, Feature feature, Instant now) {
                of(user).take(user, feature, now);
            }

            @Override
            public void takeWith(UserId user, Feature feature, String with, Instant now) {
                of(user).takeWith(user, feature, with, now);
            }

            @Override
            public void require(UserId user, Feature feature, Instant now) {
                of(user).require(user, feature, now);
            }

            private Entitlements of(UserId user) {
                return user.equals(one) ? hers : others;
            }
        };
    }
}

package com.eindr.account.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.account.AccountRefusal;
import com.eindr.account.AllowanceId;
import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.account.Plan;
import com.eindr.account.Subscription;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.YearMonth;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannedEntitlementsTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NOW = Instant.parse("2026-12-31T23:59:59.999Z");
    private static final Instant NEXT_MONTH = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource(
            value = Plan.class,
            names = {"TRIAL", "ELITE"})
    void a_trial_and_elite_include_everything_and_count_nothing(Plan plan) {
        Entitled entitled = Entitled.by(plan);
        for (Feature feature : Feature.values()) {
            take(entitled, feature, 100, NOW);
        }
        assertThat(taken(entitled, Feature.REMINDERS)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void an_expired_plan_includes_nothing_and_the_least_plan_is_named(Feature feature) {
        Entitlements expired = Entitled.to(Plan.EXPIRED);
        String required = switch (feature) {
            case SHARING, HABITS -> "PRO";
            case REMINDERS, NOTES, DEBTS, LANGUAGES -> "STARTER";
        };
        assertLocked(() -> expired.take(ANA, feature, NOW), required);
        assertLocked(() -> expired.takeWith(ANA, feature, "ben", NOW), required);
        assertLocked(() -> expired.require(ANA, feature, NOW), required);
    }

    @Test
    void starter_includes_fifty_reminders_in_a_calendar_month_of_utc() {
        Entitled starter = Entitled.by(Plan.STARTER);
        take(starter, Feature.REMINDERS, 50, NOW);
        assertLocked(() -> take(starter, Feature.REMINDERS, 1, NOW), "PRO");
        take(starter, Feature.REMINDERS, 1, NEXT_MONTH);
        assertThat(taken(starter, Feature.REMINDERS)).isEqualTo(50);
    }

    @Test
    void what_is_used_up_is_still_included() {
        Entitled starter = Entitled.by(Plan.STARTER);
        take(starter, Feature.REMINDERS, 50, NOW);
        starter.entitlements().require(ANA, Feature.REMINDERS, NOW);
    }

    @Test
    void pro_shares_with_three_different_friends_a_month_as_often_as_it_likes() {
        Entitled pro = Entitled.by(Plan.PRO);
        for (String friend : new String[] {"ben", "cem", "ben", "dia", "cem", "dia"}) {
            takeWith(pro, friend, NOW);
        }
        assertThat(taken(pro, Feature.SHARING)).isEqualTo(3);
        assertLocked(() -> takeWith(pro, "eva", NOW), "ELITE");
        takeWith(pro, "ben", NOW);
        takeWith(pro, "eva", NEXT_MONTH);
    }

    @Test
    void starter_does_not_share() {
        assertLocked(() -> takeWith(Entitled.by(Plan.STARTER), "ben", NOW), "PRO");
    }

    @Test
    void a_trial_is_over_when_its_time_is_though_nobody_has_recorded_that_yet() {
        Entitlements trial = Entitled.by(Plan.ELITE)
                .with(ANA, new Subscription(Plan.TRIAL, NEXT_MONTH))
                .entitlements();
        trial.take(ANA, Feature.REMINDERS, NOW);
        assertLocked(() -> trial.take(ANA, Feature.REMINDERS, NEXT_MONTH), "STARTER");
    }

    private static void take(Entitled entitled, Feature feature, int times, Instant now) {
        for (int i = 0; i < times; i++) {
            inUnitOfWork(() -> entitled.entitlements().take(ANA, feature, now));
        }
    }

    private static void takeWith(Entitled entitled, String friend, Instant now) {
        inUnitOfWork(() -> entitled.entitlements().takeWith(ANA, Feature.SHARING, friend, now));
    }

    private static void inUnitOfWork(Runnable task) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            task.run();
        } catch (RuntimeException e) {
            work.rollback(e);
            throw e;
        }
        work.commit();
    }

    private static long taken(Entitled entitled, Feature feature) {
        String id = AllowanceId.of(ANA, feature, YearMonth.of(2026, 12)).toString();
        return entitled.store.readEvents(id).asStream().count();
    }

    private static void assertLocked(ThrowingCallable call, String requiredPlan) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(AccountRefusal.PLAN_LOCKED);
            assertThat(refusal.facts()).containsEntry("requiredPlan", requiredPlan);
        });
    }
}

package com.eindr.account.command;

import com.eindr.account.AccountCommand.AnnounceTrialEnd;
import com.eindr.account.AccountCommand.ChangePlan;
import com.eindr.account.AccountCommand.EndTrial;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.TrialEndAnnounced;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Plan;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountPlanTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final UserRegistered REGISTERED = new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL);
    private static final TrialStarted TRIAL = new TrialStarted(ANA, NINE.plus(Duration.ofDays(7)));
    private static final UserId ROOT = new UserId("root");

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void at_nine() {
        account.registerInjectableResource(Clock.fixed(NINE, ZoneOffset.UTC));
    }

    @Test
    void whoever_registered_before_there_were_plans_begins_their_trial_with_their_next_contact() {
        account.given(REGISTERED).when(new RegisterUser(ANA)).expectEvents(TRIAL);
    }

    @Test
    void the_end_of_a_trial_is_announced_once_and_only_while_it_runs() {
        AnnounceTrialEnd announce = new AnnounceTrialEnd(ANA, TRIAL.endsAt());
        account.given(REGISTERED, TRIAL).when(announce).expectEvents(new TrialEndAnnounced(ANA, TRIAL.endsAt()));
        account.given(REGISTERED, TRIAL, new TrialEndAnnounced(ANA, TRIAL.endsAt()))
                .when(announce)
                .expectNoEvents();
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.PRO, "root"))
                .when(announce)
                .expectNoEvents();
        account.given(REGISTERED, new TrialStarted(ANA, NINE))
                .when(new AnnounceTrialEnd(ANA, NINE))
                .expectNoEvents();
    }

    @Test
    void a_trial_ends_once_and_only_the_one_that_runs() {
        EndTrial end = new EndTrial(ANA, TRIAL.endsAt(), "saga:trial-end");
        PlanChanged expired = new PlanChanged(ANA, Plan.EXPIRED, "saga:trial-end");
        account.given(REGISTERED, TRIAL).when(end).expectEvents(expired);
        account.given(REGISTERED, TRIAL, expired).when(end).expectNoEvents();
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.PRO, "root"))
                .when(end)
                .expectNoEvents();
        account.given(REGISTERED, TRIAL, new TrialStarted(ANA, TRIAL.endsAt().plusSeconds(1)))
                .when(end)
                .expectNoEvents();
    }

    @Test
    void an_administrator_puts_a_person_on_a_plan_by_name() {
        account.given(REGISTERED, TRIAL)
                .when(new ChangePlan(ANA, Plan.PRO, ROOT))
                .expectEvents(new PlanChanged(ANA, Plan.PRO, "root"))
                .expectResultMessagePayload(3L);
    }

    @Test
    void the_plan_that_a_person_is_on_changes_nothing() {
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.PRO, "root"))
                .when(new ChangePlan(ANA, Plan.PRO, new UserId("other")))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
        account.given(REGISTERED, TRIAL)
                .when(new ChangePlan(ANA, Plan.TRIAL, ROOT))
                .expectNoEvents();
    }

    @Test
    void a_trial_that_an_administrator_grants_lasts_as_long_as_the_first() {
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.EXPIRED, "saga:trial"))
                .when(new ChangePlan(ANA, Plan.TRIAL, ROOT))
                .expectEvents(new PlanChanged(ANA, Plan.TRIAL, "root"), TRIAL);
    }
}

package com.eindr.account.saga;

import com.eindr.account.AccountCommand.AnnounceTrialEnd;
import com.eindr.account.AccountCommand.EndTrial;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.Plan;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialEndTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final Duration SEVEN_DAYS = Duration.ofDays(7);

    private final SagaTestFixture<TrialEnd> trial = new SagaTestFixture<>(TrialEnd.class);

    @BeforeEach
    void orders_are_given() {
        trial.registerResource(new Orders(trial.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
    }

    @Test
    void a_trial_waits_for_its_warning_and_its_end() throws Exception {
        started()
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(FIVE_DAYS, TrialEnd.WARNING)
                .expectScheduledDeadlineWithName(SEVEN_DAYS, TrialEnd.END);
    }

    @Test
    void two_days_before_the_end_it_is_announced() throws Exception {
        trial.givenCurrentTime(NINE)
                .andThenAPublished(fresh())
                .whenTimeElapses(FIVE_DAYS)
                .expectDispatchedCommands(new AnnounceTrialEnd(ANA, end()));
    }

    @Test
    void at_its_end_it_ends() throws Exception {
        trial.givenCurrentTime(NINE)
                .andThenAPublished(fresh())
                .andThenTimeElapses(FIVE_DAYS)
                .whenTimeElapses(Duration.ofDays(2))
                .expectDispatchedCommands(new EndTrial(ANA, end(), TrialEnd.ACTOR));
    }

    @Test
    void a_plan_ends_the_waiting() throws Exception {
        trial.givenCurrentTime(NINE)
                .andThenAPublished(fresh())
                .whenPublishingA(new PlanChanged(ANA, Plan.PRO, "root"))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void a_trial_that_is_granted_anew_is_waited_for_from_its_own_beginning() throws Exception {
        trial.givenCurrentTime(NINE)
                .andThenAPublished(fresh())
                .andThenAPublished(new PlanChanged(ANA, Plan.EXPIRED, TrialEnd.ACTOR))
                .andThenTimeElapses(Duration.ofDays(30))
                .andThenAPublished(new PlanChanged(ANA, Plan.TRIAL, "root"))
                .whenPublishingA(new TrialStarted(ANA, NINE.plus(Duration.ofDays(37))))
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(SEVEN_DAYS, TrialEnd.END);
    }

    @Test
    void whoever_never_had_a_trial_is_not_waited_for() throws Exception {
        trial.givenNoPriorActivity()
                .whenPublishingA(new PlanChanged(ANA, Plan.PRO, "root"))
                .expectActiveSagas(0);
    }

    private FixtureExecutionResult started() throws Exception {
        return trial.givenCurrentTime(NINE).whenPublishingA(fresh());
    }

    private TrialStarted fresh() {
        return new TrialStarted(ANA, end());
    }

    private Instant end() {
        return NINE.plus(SEVEN_DAYS);
    }
}

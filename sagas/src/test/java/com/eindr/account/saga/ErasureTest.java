package com.eindr.account.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountCommand.BeginErasure;
import com.eindr.account.AccountCommand.ConfirmErasure;
import com.eindr.account.AccountEvent.ErasureRequested;
import com.eindr.account.AccountEvent.ErasureWithdrawn;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;
import org.axonframework.test.utils.CallbackBehavior;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final Duration GRACE = Duration.ofDays(7);
    private static final Duration SETTLES = Duration.ofMinutes(15);
    private static final Instant THEN = NINE.plus(GRACE);
    private static final ErasureRequested REQUEST = new ErasureRequested(ANA, NINE, THEN);

    private final SagaTestFixture<Erasure> erasure = new SagaTestFixture<>(Erasure.class);
    private final List<String> done = new ArrayList<>();
    private boolean begins = true;
    private boolean isAway;

    @BeforeEach
    void what_it_needs() {
        CallbackBehavior answer = (command, metaData) -> command instanceof BeginErasure ? begins : null;
        erasure.setCallbackBehavior(answer);
        erasure.registerResource(new Orders(erasure.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
        erasure.registerResource(new ErasurePace(SETTLES));
        erasure.registerResource(new OfTheFixture());
        erasure.registerResource(new Taken());
    }

    @Test
    void a_person_has_days_of_grace() throws Exception {
        asked().expectActiveSagas(1).expectScheduledDeadlineWithName(GRACE, Erasure.DESTROY);
        assertThat(done).isEmpty();
    }

    @Test
    void whoever_returns_is_left_alone() throws Exception {
        erasure.givenCurrentTime(NINE)
                .andThenAPublished(REQUEST)
                .whenPublishingA(new ErasureWithdrawn(ANA))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
        assertThat(done).isEmpty();
    }

    @Test
    void the_key_is_destroyed_before_anything_else_once_the_account_says_that_it_begins() throws Exception {
        after(GRACE)
                .expectDispatchedCommands(new BeginErasure(ANA, THEN))
                .expectScheduledDeadlineWithName(SETTLES, Erasure.CONFIRM);
        assertThat(done).containsExactly("key destroyed", "parted", "sign-in closed");
    }

    @Test
    void nothing_is_done_where_the_person_returned_in_the_same_moment() throws Exception {
        begins = false;
        after(GRACE).expectNoScheduledDeadlines().expectActiveSagas(1);
        assertThat(done).isEmpty();
    }

    @Test
    void the_erasure_does_not_wait_for_the_identity_provider() throws Exception {
        isAway = true;
        after(GRACE).expectScheduledDeadlineWithName(SETTLES, Erasure.CONFIRM);
        assertThat(done).containsExactly("key destroyed", "parted");
    }

    private FixtureExecutionResult asked() throws Exception {
        return erasure.givenCurrentTime(NINE).whenPublishingA(REQUEST);
    }

    private FixtureExecutionResult after(Duration time) throws Exception {
        return erasure.givenCurrentTime(NINE).andThenAPublished(REQUEST).whenTimeElapses(time);
    }

    @Test
    void the_certificate_is_given_when_no_node_remembers_the_key_and_then_it_is_swept_once_more() throws Exception {
        erasure.givenCurrentTime(NINE)
                .andThenAPublished(REQUEST)
                .andThenTimeElapses(GRACE)
                .whenTimeElapses(SETTLES)
                .expectDispatchedCommands(new ConfirmErasure(ANA))
                .expectScheduledDeadlineWithName(SETTLES, Erasure.SWEEP);
        assertThat(done).endsWith("parted", "copies removed");
    }

    @Test
    void it_ends_when_the_sign_in_is_closed() throws Exception {
        erasure.givenCurrentTime(NINE)
                .andThenAPublished(REQUEST)
                .andThenTimeElapses(GRACE)
                .andThenTimeElapses(SETTLES)
                .whenTimeElapses(SETTLES)
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
        assertThat(done).endsWith("copies removed", "sign-in closed");
    }

    /** Elapses as the time of the saga does. */
    private final class OfTheFixture extends Clock {
        @Override
        public Instant instant() {
            return erasure.currentTime();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class Taken implements Departure {
        @Override
        public void destroyKey(UserId person) {
            done.add("key destroyed");
        }

        @Override
        public void part(UserId person) {
            done.add("parted");
        }

        @Override
        public void removeCopies(UserId person) {
            done.add("copies removed");
        }

        @Override
        public void closeSignIn(UserId person) {
            if (isAway) {
                throw new IllegalStateException("nobody answers");
            }
            done.add("sign-in closed");
        }
    }
}

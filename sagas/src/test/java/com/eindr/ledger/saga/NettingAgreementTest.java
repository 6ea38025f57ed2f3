package com.eindr.ledger.saga;

import com.eindr.ledger.NettingCommand.ExpireNetting;
import com.eindr.ledger.NettingCommand.NudgeNetting;
import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingApproved;
import com.eindr.ledger.NettingEvent.NettingExpired;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.NettingTerms;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NettingAgreementTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final NettingId ID = NettingId.of("01890000-0000-7000-8000-000000000001");
    private static final NettingTerms TERMS = new NettingTerms(
            ANA, List.of(ANA, BEN, new UserId("cem")), new Money(2_000, Currency.getInstance("EUR")), true);
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final SagaTestFixture<NettingAgreement> agreement = new SagaTestFixture<>(NettingAgreement.class);

    @BeforeEach
    void noon() {
        agreement.registerResource(new Orders(agreement.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
        agreement.givenCurrentTime(NOON);
    }

    @Test
    void a_netting_waits_for_a_week() {
        agreement
                .givenNoPriorActivity()
                .whenPublishingA(proposed())
                .expectActiveSagas(1)
                .expectScheduledDeadline(NOON.plus(Duration.ofDays(3)), new NudgeNetting(ID, 1))
                .expectScheduledDeadline(NOON.plus(Duration.ofDays(6)), new NudgeNetting(ID, 2))
                .expectScheduledDeadline(NOON.plus(Duration.ofDays(7)), ID)
                .expectNoDispatchedCommands();
    }

    @Test
    void whoever_does_not_answer_is_reminded() {
        agreement
                .givenAPublished(proposed())
                .whenTimeElapses(Duration.ofDays(3))
                .expectDispatchedCommands(new NudgeNetting(ID, 1))
                .expectActiveSagas(1);
    }

    @Test
    void one_approval_of_several_ends_nothing() {
        agreement
                .givenAPublished(proposed())
                .whenPublishingA(new NettingApproved(ID, TERMS, BEN, NOON))
                .expectActiveSagas(1)
                .expectScheduledDeadline(Duration.ofDays(7), ID);
    }

    @Test
    void a_week_of_silence_is_its_end() throws Exception {
        agreement
                .givenAPublished(proposed())
                .andThenTimeElapses(Duration.ofDays(3))
                .andThenTimeElapses(Duration.ofDays(3))
                .whenTimeElapses(Duration.ofDays(1))
                .expectDispatchedCommands(new ExpireNetting(ID))
                .expectActiveSagas(1);
    }

    @Test
    void its_end_ends_the_waiting() throws Exception {
        for (NettingEvent end : new NettingEvent[] {
            new CircleNetted(ID, TERMS, NOON),
            new NettingRejected(ID, TERMS, BEN, NOON),
            new NettingWithdrawn(ID, TERMS, NOON),
            new NettingExpired(ID, TERMS, NOON),
            new NettingLapsed(ID, TERMS, NOON)
        }) {
            new NettingAgreementTest().ends(end);
        }
    }

    private void ends(NettingEvent end) throws Exception {
        noon();
        agreement
                .givenAPublished(proposed())
                .andThenTimeElapses(Duration.ofDays(4))
                .whenPublishingA(end)
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    private static NettingEvent proposed() {
        return new NettingProposed(
                ID,
                TERMS,
                List.of(NOON.plus(Duration.ofDays(3)), NOON.plus(Duration.ofDays(6))),
                NOON.plus(Duration.ofDays(7)),
                NOON);
    }
}

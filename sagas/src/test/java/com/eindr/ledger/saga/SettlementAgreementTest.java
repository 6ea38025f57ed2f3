package com.eindr.ledger.saga;

import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ExpireSettlement;
import com.eindr.ledger.SettlementCommand.NudgeSettlement;
import com.eindr.ledger.SettlementEvent;
import com.eindr.ledger.SettlementEvent.SettlementConfirmed;
import com.eindr.ledger.SettlementEvent.SettlementExpired;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementEvent.SettlementRejected;
import com.eindr.ledger.SettlementEvent.SettlementWithdrawn;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlementAgreementTest {
    private static final UserId BEN = new UserId("ben");
    private static final Party ANA = Party.user(new UserId("ana"));
    private static final SettlementId ID = SettlementId.of("01890000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final SagaTestFixture<SettlementAgreement> agreement = new SagaTestFixture<>(SettlementAgreement.class);

    @BeforeEach
    void noon() {
        agreement.registerResource(new Orders(agreement.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
        agreement.givenCurrentTime(NOON);
    }

    @Test
    void a_settlement_waits_for_a_week() {
        agreement
                .givenNoPriorActivity()
                .whenPublishingA(proposed())
                .expectActiveSagas(1)
                .expectScheduledDeadline(NOON.plus(Duration.ofDays(3)), new NudgeSettlement(ID, 1))
                .expectScheduledDeadline(NOON.plus(Duration.ofDays(6)), new NudgeSettlement(ID, 2))
                .expectScheduledDeadline(NOON.plus(Duration.ofDays(7)), ID)
                .expectNoDispatchedCommands();
    }

    @Test
    void with_a_mere_contact_there_is_nothing_to_wait_for() {
        Party contact = Party.contactOf(BEN, "Cem");
        agreement
                .givenNoPriorActivity()
                .whenPublishingA(new SettlementProposed(
                        ID,
                        BEN,
                        contact,
                        contact,
                        new Money(1, Currency.getInstance("EUR")),
                        null,
                        LocalDate.of(2026, 12, 1),
                        List.of(),
                        null,
                        NOON))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void whoever_does_not_answer_is_reminded() {
        agreement
                .givenAPublished(proposed())
                .whenTimeElapses(Duration.ofDays(3))
                .expectDispatchedCommands(new NudgeSettlement(ID, 1))
                .expectActiveSagas(1);
    }

    @Test
    void a_week_of_silence_is_its_end() throws Exception {
        agreement
                .givenAPublished(proposed())
                .andThenTimeElapses(Duration.ofDays(3))
                .andThenTimeElapses(Duration.ofDays(3))
                .whenTimeElapses(Duration.ofDays(1))
                .expectDispatchedCommands(new ExpireSettlement(ID))
                .expectActiveSagas(1);
    }

    @Test
    void an_answer_ends_the_waiting() throws Exception {
        for (SettlementEvent answer : new SettlementEvent[] {
            new SettlementConfirmed(ID, BEN, ANA, true, NOON),
            new SettlementRejected(ID, BEN, ANA, NOON),
            new SettlementWithdrawn(ID, BEN, ANA, NOON),
            new SettlementExpired(ID, BEN, ANA, NOON)
        }) {
            new SettlementAgreementTest().ends(answer);
        }
    }

    private void ends(SettlementEvent answer) throws Exception {
        noon();
        agreement
                .givenAPublished(proposed())
                .andThenTimeElapses(Duration.ofDays(4))
                .whenPublishingA(answer)
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    private static SettlementEvent proposed() {
        return new SettlementProposed(
                ID,
                BEN,
                ANA,
                Party.user(BEN),
                new Money(4_000, Currency.getInstance("EUR")),
                null,
                LocalDate.of(2026, 12, 1),
                List.of(NOON.plus(Duration.ofDays(3)), NOON.plus(Duration.ofDays(6))),
                NOON.plus(Duration.ofDays(7)),
                NOON);
    }
}

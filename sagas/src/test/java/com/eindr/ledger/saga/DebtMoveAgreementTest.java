package com.eindr.ledger.saga;

import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtMoveCommand.EndDebtMove;
import com.eindr.ledger.DebtMoveCommand.ExpireDebtMove;
import com.eindr.ledger.DebtMoveEvent;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveExpired;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.Party;
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

class DebtMoveAgreementTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final DebtMoveId ID = DebtMoveId.of("01890000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant IN_A_WEEK = NOON.plus(Duration.ofDays(7));

    private final SagaTestFixture<DebtMoveAgreement> agreement = new SagaTestFixture<>(DebtMoveAgreement.class);

    @BeforeEach
    void noon() {
        agreement.registerResource(new Orders(agreement.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
        agreement.givenCurrentTime(NOON);
    }

    @Test
    void a_move_waits_for_a_week_also_where_nobody_is_asked() {
        for (Permission permission : Permission.values()) {
            DebtMoveAgreementTest each = new DebtMoveAgreementTest();
            each.noon();
            each.agreement
                    .givenNoPriorActivity()
                    .whenPublishingA(proposed(permission))
                    .expectActiveSagas(1)
                    .expectScheduledDeadline(IN_A_WEEK, ID)
                    .expectNoDispatchedCommands();
        }
    }

    @Test
    void a_week_of_silence_is_its_end() {
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .whenTimeElapses(Duration.ofDays(7))
                .expectDispatchedCommands(new ExpireDebtMove(ID))
                .expectActiveSagas(1);
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .whenPublishingA(new DebtMoveExpired(ID, ANA, BEN, true, IN_A_WEEK))
                .expectActiveSagas(0);
    }

    @Test
    void the_end_of_the_friendship_is_its_end() throws Exception {
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .andThenAPublished(new FriendshipEnded(FriendshipId.of(ANA, BEN), BEN, ANA))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectDispatchedCommands(new EndDebtMove(ID));
    }

    @Test
    void the_end_of_another_friendship_is_not() {
        UserId cem = new UserId("cem");
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .whenPublishingA(new FriendshipEnded(FriendshipId.of(ANA, cem), ANA, cem))
                .expectActiveSagas(1)
                .expectScheduledDeadline(IN_A_WEEK, ID);
    }

    @Test
    void an_answer_ends_the_waiting() {
        for (DebtMoveEvent answer : new DebtMoveEvent[] {
            new DebtMoveAccepted(ID, ANA, BEN, NOON),
            new DebtMoveDisputed(ID, ANA, BEN, null, NOON),
            new DebtMoveWithdrawn(ID, ANA, BEN, true, true, NOON)
        }) {
            new DebtMoveAgreementTest().ends(answer);
        }
    }

    private void ends(DebtMoveEvent answer) {
        noon();
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .whenPublishingA(answer)
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    private static DebtMoveEvent proposed(Permission permission) {
        return new DebtMoveProposed(
                ID,
                ANA,
                Party.contactOf(ANA, "Ben from the bakery"),
                BEN,
                permission,
                List.of(new Money(2_000, Currency.getInstance("EUR"))),
                IN_A_WEEK,
                NOON);
    }
}

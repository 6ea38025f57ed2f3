package com.eindr.friendship.saga;

import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.Permission;
import com.eindr.friendship.ProposalCommand.ExpireProposal;
import com.eindr.friendship.ProposalCommand.WithdrawProposal;
import com.eindr.friendship.ProposalEvent;
import com.eindr.friendship.ProposalEvent.NoteProposed;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalDeclined;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ProposalWithdrawn;
import com.eindr.friendship.ProposalId;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalAgreementTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final FriendshipId PAIR = FriendshipId.of(ANA, BEN);
    private static final ProposalId ID = ProposalId.of("01890000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant IN_A_WEEK = NOON.plus(Duration.ofDays(7));

    private final SagaTestFixture<ProposalAgreement> agreement = new SagaTestFixture<>(ProposalAgreement.class);

    @BeforeEach
    void noon() {
        agreement.registerResource(new Orders(agreement.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
        agreement.givenCurrentTime(NOON);
    }

    @Test
    void a_proposal_waits_for_a_week() {
        agreement
                .givenNoPriorActivity()
                .whenPublishingA(proposed(Permission.ASK))
                .expectActiveSagas(1)
                .expectScheduledDeadline(IN_A_WEEK, ID)
                .expectNoDispatchedCommands();
    }

    @Test
    void one_that_is_denied_waits_as_long() {
        agreement
                .givenNoPriorActivity()
                .whenPublishingA(proposed(Permission.DENY))
                .expectActiveSagas(1)
                .expectScheduledDeadline(IN_A_WEEK, ID);
    }

    @Test
    void what_is_done_at_once_waits_for_nothing() {
        agreement
                .givenNoPriorActivity()
                .whenPublishingA(proposed(Permission.ALLOW))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void a_week_without_an_answer_is_its_end() {
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .whenTimeElapses(Duration.ofDays(7))
                .expectDispatchedCommands(new ExpireProposal(ID))
                .expectActiveSagas(1);
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .whenPublishingA(new ProposalExpired(ID, ANA, BEN, true, IN_A_WEEK))
                .expectActiveSagas(0);
    }

    @Test
    void an_answer_ends_the_waiting() {
        for (ProposalEvent answer : new ProposalEvent[] {
            new ProposalAccepted(ID, ANA, BEN, true, new UUID(1, 2), NOON),
            new ProposalDeclined(ID, ANA, BEN, NOON),
            new ProposalWithdrawn(ID, ANA, BEN, true, NOON)
        }) {
            new ProposalAgreementTest().ends(answer);
        }
    }

    private void ends(ProposalEvent answer) {
        noon();
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .whenPublishingA(answer)
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void friends_no_more_want_nothing_of_each_other() {
        agreement
                .givenAPublished(proposed(Permission.ASK))
                .andThenAPublished(new FriendshipEnded(PAIR, BEN, ANA))
                .whenTimeElapses(Duration.ofMillis(1))
                .expectDispatchedCommands(new WithdrawProposal(ID));
    }

    private static ProposalEvent proposed(Permission permission) {
        return new NoteProposed(ID, PAIR, ANA, BEN, permission, "The key is under the mat", null, NOON, IN_A_WEEK);
    }
}

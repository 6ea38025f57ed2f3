package com.eindr.friendship.saga;

import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.Permission;
import com.eindr.friendship.ProposalCommand.ExpireProposal;
import com.eindr.friendship.ProposalCommand.WithdrawProposal;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalDeclined;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ProposalWithdrawn;
import com.eindr.friendship.ProposalEvent.Proposed;
import com.eindr.friendship.ProposalId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the answer to a proposal, until its time is over or the two are friends no more. It remembers and the proposal
 * decides: an order that comes after the answer is ignored.
 */
@Saga
@ProcessingGroup("proposal-agreement")
public class ProposalAgreement {
    static final String EXPIRY = "proposal-expiry";
    static final String FRIENDS_NO_MORE = "friends-no-more";

    private static final String ACTOR = "saga:proposal-agreement";

    private @Nullable ProposalId proposalId;
    private @Nullable String scheduleId;

    /** For the framework. */
    public ProposalAgreement() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "proposalId")
    public void on(Proposed event, DeadlineManager deadlines) {
        if (event.permission() == Permission.ALLOW) {
            // Nobody is asked, so nothing is to be waited for.
            SagaLifecycle.end();
            return;
        }
        proposalId = event.proposalId();
        SagaLifecycle.associateWith("friendshipId", event.friendshipId().toString());
        scheduleId = deadlines.schedule(event.expiresAt(), EXPIRY, event.proposalId());
    }

    /** Every proposal is withdrawn by a deadline of its own, so that one that cannot be holds up no other. */
    @SagaEventHandler(associationProperty = "friendshipId")
    public void on(FriendshipEnded event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ZERO, FRIENDS_NO_MORE, Objects.requireNonNull(proposalId));
    }

    @DeadlineHandler(deadlineName = EXPIRY)
    public void expire(ProposalId proposal, Orders orders) {
        orders.give(ACTOR, new ExpireProposal(proposal));
    }

    @DeadlineHandler(deadlineName = FRIENDS_NO_MORE)
    public void withdraw(ProposalId proposal, Orders orders) {
        orders.give(ACTOR, new WithdrawProposal(proposal));
    }

    @SagaEventHandler(associationProperty = "proposalId")
    public void on(ProposalAccepted event, DeadlineManager deadlines) {
        endBeforeExpiry(deadlines);
    }

    @SagaEventHandler(associationProperty = "proposalId")
    public void on(ProposalDeclined event, DeadlineManager deadlines) {
        endBeforeExpiry(deadlines);
    }

    @SagaEventHandler(associationProperty = "proposalId")
    public void on(ProposalWithdrawn event, DeadlineManager deadlines) {
        endBeforeExpiry(deadlines);
    }

    /** The deadline that brought it about is gone by itself. */
    @SagaEventHandler(associationProperty = "proposalId")
    public void on(ProposalExpired event) {
        SagaLifecycle.end();
    }

    private void endBeforeExpiry(DeadlineManager deadlines) {
        if (scheduleId != null) {
            deadlines.cancelSchedule(EXPIRY, scheduleId);
        }
        SagaLifecycle.end();
    }
}

package com.eindr.friendship.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.InvitationCommand.InviteFriend;
import com.eindr.friendship.InvitationCommand.WithdrawInvitation;
import com.eindr.friendship.InvitationEvent;
import com.eindr.friendship.InvitationEvent.FriendInvited;
import com.eindr.friendship.InvitationEvent.InvitationWithdrawn;
import com.eindr.friendship.RequestId;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A request to somebody whom the one who asks knows by an address only. It is the same whether anybody is known by that
 * address or nobody; where somebody is, it goes on to their {@link Friendship} afterwards, out of sight.
 */
@Aggregate
class Invitation {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // The framework reads it.
    private @Nullable RequestId requestId;

    private @Nullable FriendInvited invited;
    private boolean withdrawn;

    /** For the framework, which fills a new instance from the invitation's events. */
    Invitation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(InviteFriend command, RequestBudgets budgets, Clock clock) {
        budgets.count(command.by(), command.requestId(), command.other(), clock.instant());
        apply(new FriendInvited(command.requestId(), command.by(), command.other()));
        return version();
    }

    @CommandHandler
    long handle(WithdrawInvitation command, RequestBudgets budgets) {
        FriendInvited open = Objects.requireNonNull(invited, "an invitation begins with being made");
        UserId by = command.by();
        if (withdrawn || !by.equals(open.by())) {
            throw FriendshipRefusal.REQUEST_NOT_FOUND.refusal();
        }
        budgets.close(by, command.requestId());
        apply(new InvitationWithdrawn(command.requestId(), by, open.other()));
        return version();
    }

    @EventSourcingHandler
    void on(InvitationEvent event) {
        requestId = event.requestId();
        switch (event) {
            case FriendInvited fact -> invited = fact;
            case InvitationWithdrawn _ -> withdrawn = true;
        }
    }

    /** As clients count: the first event makes version 1. */
    private static long version() {
        return AggregateLifecycle.getVersion() + 1;
    }
}

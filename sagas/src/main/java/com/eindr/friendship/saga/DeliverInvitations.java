package com.eindr.friendship.saga;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipCommand.WithdrawRequest;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.InvitationEvent;
import com.eindr.friendship.InvitationEvent.FriendInvited;
import com.eindr.friendship.InvitationEvent.InvitationWithdrawn;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/**
 * Whenever somebody is asked by an address, they are asked in person; out of sight of the one who asks, whose own answer
 * was the same as for an address that nobody has.
 */
@Component
@ProcessingGroup("deliver-invitations")
@DisallowReplay
class DeliverInvitations {
    private static final String ACTOR = "automation:deliver-invitations";

    private final Orders orders;
    private final QueryGateway queries;

    DeliverInvitations(Orders orders, QueryGateway queries) {
        this.orders = orders;
        this.queries = queries;
    }

    /** One after the other, because what is taken back must have been asked before. */
    @EventHandler
    void on(InvitationEvent event) {
        UserId other = event.other();
        if (other == null) {
            return;
        }
        FriendshipId pair = FriendshipId.of(event.by(), other);
        orders.give(
                ACTOR,
                switch (event) {
                    case FriendInvited e ->
                        new RequestFriendship(pair, e.by(), other, takesRequests(other), e.requestId());
                    case InvitationWithdrawn e -> new WithdrawRequest(pair, e.by(), e.requestId());
                });
    }

    private boolean takesRequests(UserId user) {
        return queries.query(new AccountOf(user), ResponseTypes.optionalInstanceOf(AccountView.class))
                .join()
                .map(AccountView::preferences)
                .orElse(Preferences.INITIAL)
                .allowFriendRequests();
    }
}

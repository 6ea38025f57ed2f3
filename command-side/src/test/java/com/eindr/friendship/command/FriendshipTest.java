package com.eindr.friendship.command;

import static com.eindr.friendship.command.Deeds.ANA;
import static com.eindr.friendship.command.Deeds.BEN;
import static com.eindr.friendship.command.Deeds.PAIR;

import com.eindr.friendship.FriendshipCommand.AcceptRequest;
import com.eindr.friendship.FriendshipCommand.BlockUser;
import com.eindr.friendship.FriendshipCommand.DeclineRequest;
import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipCommand.SetPermissions;
import com.eindr.friendship.FriendshipCommand.UnblockUser;
import com.eindr.friendship.FriendshipCommand.WithdrawRequest;
import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.FriendshipEvent.FriendshipAccepted;
import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.FriendshipEvent.FriendshipRequested;
import com.eindr.friendship.FriendshipEvent.PermissionsSet;
import com.eindr.friendship.FriendshipEvent.RequestDeclined;
import com.eindr.friendship.FriendshipEvent.RequestWithdrawn;
import com.eindr.friendship.FriendshipEvent.UserBlocked;
import com.eindr.friendship.FriendshipEvent.UserUnblocked;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.friendship.Permissions;
import com.eindr.friendship.RequestId;
import com.eindr.shared.Patch;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import java.time.Clock;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FriendshipTest {
    private static final UserId CEM = new UserId("cem");
    private static final RequestId INVITATION = new RequestId(TimeOrderedUuid.next());
    private static final FriendshipRequested ASKED = new FriendshipRequested(PAIR, ANA, BEN, true, null);
    private static final FriendshipAccepted FRIENDS = new FriendshipAccepted(PAIR, BEN, ANA);

    private final AggregateTestFixture<Friendship> pair = new AggregateTestFixture<>(Friendship.class);

    @BeforeEach
    void counted() {
        pair.registerInjectableResource(InMemoryBudgets.budgets());
        pair.registerInjectableResource(Clock.systemUTC());
    }

    @Test
    void somebody_asks_and_the_other_is_asked() {
        pair.givenNoPriorActivity()
                .when(ask(ANA, BEN, true))
                .expectEvents(ASKED)
                .expectResultMessagePayload(1L);
    }

    @Test
    void asking_again_changes_nothing() {
        pair.given(ASKED).when(ask(ANA, BEN, true)).expectNoEvents().expectResultMessagePayload(1L);
    }

    @Test
    void whoever_takes_no_requests_is_not_asked() {
        pair.givenNoPriorActivity()
                .when(ask(ANA, BEN, false))
                .expectEvents(new FriendshipRequested(PAIR, ANA, BEN, false, null))
                .expectResultMessagePayload(1L);
    }

    @Test
    void whoever_blocks_is_not_asked_and_does_not_show() {
        pair.given(new UserBlocked(PAIR, BEN, ANA))
                .when(ask(ANA, BEN, true))
                .expectEvents(new FriendshipRequested(PAIR, ANA, BEN, false, null))
                .expectResultMessagePayload(1L);
    }

    @Test
    void whoever_declined_is_not_asked_again() {
        pair.given(ASKED, new RequestDeclined(PAIR, BEN, ANA), new RequestWithdrawn(PAIR, ANA, BEN, false, null))
                .when(ask(ANA, BEN, true))
                .expectEvents(new FriendshipRequested(PAIR, ANA, BEN, false, null))
                .expectResultMessagePayload(3L);
    }

    @Test
    void whoever_declined_can_ask_and_they_are_friends() {
        pair.given(ASKED, new RequestDeclined(PAIR, BEN, ANA))
                .when(ask(BEN, ANA, true))
                .expectEvents(FRIENDS)
                .expectResultMessagePayload(3L);
    }

    @Test
    void asking_is_refused_to_friends_to_those_who_block_and_to_oneself() {
        refused(pair.given(ASKED, FRIENDS).when(ask(ANA, BEN, true)), FriendshipRefusal.FRIENDS_ALREADY);
        refused(
                pair.given(new UserBlocked(PAIR, ANA, BEN)).when(ask(ANA, BEN, true)),
                FriendshipRefusal.BLOCKED_BY_YOU);
        refused(
                pair.givenNoPriorActivity().when(new RequestFriendship(PAIR, ANA, ANA, true, null)),
                FriendshipRefusal.NOT_ONESELF);
    }

    @Test
    void somebody_asked_by_an_address_is_asked_and_the_one_who_asks_sees_nothing_of_it() {
        pair.givenNoPriorActivity()
                .when(new RequestFriendship(PAIR, ANA, BEN, true, INVITATION))
                .expectEvents(new FriendshipRequested(PAIR, ANA, BEN, true, INVITATION))
                .expectResultMessagePayload(0L);
    }

    @Test
    void whoever_is_asked_by_an_address_and_by_name_is_asked_once() {
        pair.given(new FriendshipRequested(PAIR, ANA, BEN, true, INVITATION))
                .when(ask(ANA, BEN, true))
                .expectEvents(new FriendshipRequested(PAIR, ANA, BEN, false, null))
                .expectResultMessagePayload(1L);
        pair.given(
                        new FriendshipRequested(PAIR, ANA, BEN, true, INVITATION),
                        new FriendshipRequested(PAIR, ANA, BEN, false, null))
                .when(new WithdrawRequest(PAIR, ANA, null))
                .expectEvents(new RequestWithdrawn(PAIR, ANA, BEN, false, null));
        pair.given(new FriendshipRequested(PAIR, ANA, BEN, true, INVITATION))
                .when(new WithdrawRequest(PAIR, ANA, INVITATION))
                .expectEvents(new RequestWithdrawn(PAIR, ANA, BEN, true, INVITATION));
    }

    @Test
    void only_who_was_asked_accepts_and_once() {
        pair.given(ASKED)
                .when(new AcceptRequest(PAIR, BEN))
                .expectEvents(FRIENDS)
                .expectResultMessagePayload(2L);
        pair.given(ASKED, FRIENDS).when(new AcceptRequest(PAIR, BEN)).expectNoEvents();
        for (UserId by : new UserId[] {ANA, CEM}) {
            refused(pair.given(ASKED).when(new AcceptRequest(PAIR, by)), FriendshipRefusal.REQUEST_NOT_FOUND);
        }
    }

    @Test
    void only_who_was_asked_declines_and_once() {
        RequestDeclined declined = new RequestDeclined(PAIR, BEN, ANA);
        pair.given(ASKED)
                .when(new DeclineRequest(PAIR, BEN))
                .expectEvents(declined)
                .expectResultMessagePayload(2L);
        pair.given(ASKED, declined).when(new DeclineRequest(PAIR, BEN)).expectNoEvents();
        for (UserId by : new UserId[] {ANA, CEM}) {
            refused(pair.given(ASKED).when(new DeclineRequest(PAIR, by)), FriendshipRefusal.REQUEST_NOT_FOUND);
        }
    }

    @Test
    void a_request_is_taken_back_though_the_other_declined_it_and_neither_shows() {
        pair.given(ASKED)
                .when(new WithdrawRequest(PAIR, ANA, null))
                .expectEvents(new RequestWithdrawn(PAIR, ANA, BEN, true, null))
                .expectResultMessagePayload(2L);
        pair.given(ASKED, new RequestDeclined(PAIR, BEN, ANA))
                .when(new WithdrawRequest(PAIR, ANA, null))
                .expectEvents(new RequestWithdrawn(PAIR, ANA, BEN, false, null))
                .expectResultMessagePayload(2L);
        refused(pair.given(ASKED).when(new WithdrawRequest(PAIR, BEN, null)), FriendshipRefusal.REQUEST_NOT_FOUND);
    }

    @Test
    void either_of_two_friends_ends_it() {
        pair.given(ASKED, FRIENDS).when(new EndFriendship(PAIR, ANA)).expectEvents(new FriendshipEnded(PAIR, ANA, BEN));
        refused(pair.given(ASKED).when(new EndFriendship(PAIR, ANA)), FriendshipRefusal.FRIEND_NOT_FOUND);
        refused(pair.given(ASKED, FRIENDS).when(new EndFriendship(PAIR, CEM)), FriendshipRefusal.FRIEND_NOT_FOUND);
    }

    @Test
    void blocking_ends_a_friendship_and_takes_ones_own_request_back() {
        UserBlocked blocked = new UserBlocked(PAIR, ANA, BEN);
        pair.given(ASKED, FRIENDS)
                .when(new BlockUser(PAIR, ANA, BEN))
                .expectEvents(new FriendshipEnded(PAIR, ANA, BEN), blocked);
        pair.given(ASKED)
                .when(new BlockUser(PAIR, ANA, BEN))
                .expectEvents(new RequestWithdrawn(PAIR, ANA, BEN, true, null), blocked);
        pair.givenNoPriorActivity().when(new BlockUser(PAIR, ANA, BEN)).expectEvents(blocked);
        pair.given(blocked).when(new BlockUser(PAIR, ANA, BEN)).expectNoEvents();
        refused(pair.givenNoPriorActivity().when(new BlockUser(PAIR, ANA, ANA)), FriendshipRefusal.NOT_ONESELF);
    }

    @Test
    void only_who_blocks_blocks_no_longer() {
        UserBlocked blocked = new UserBlocked(PAIR, ANA, BEN);
        pair.given(blocked)
                .when(new UnblockUser(PAIR, ANA))
                .expectEvents(new UserUnblocked(PAIR, ANA, BEN))
                .expectResultMessagePayload(2L);
        for (UserId by : new UserId[] {BEN, CEM}) {
            refused(pair.given(blocked).when(new UnblockUser(PAIR, by)), FriendshipRefusal.BLOCK_NOT_FOUND);
        }
    }

    @Test
    void permissions_are_set_between_friends_and_only_where_they_change() {
        Permissions allowing = new Permissions(Permission.ALLOW, Permission.ASK, Permission.ASK);
        FriendshipEvent set = new PermissionsSet(PAIR, ANA, BEN, allowing);
        pair.given(ASKED, FRIENDS).when(allow()).expectEvents(set).expectResultMessagePayload(3L);
        pair.given(ASKED, FRIENDS, set).when(allow()).expectNoEvents().expectResultMessagePayload(3L);
        refused(pair.given(ASKED).when(allow()), FriendshipRefusal.FRIEND_NOT_FOUND);
    }

    private static SetPermissions allow() {
        return new SetPermissions(PAIR, ANA, Patch.of(Permission.ALLOW), Patch.absent(), Patch.absent());
    }

    private static RequestFriendship ask(UserId by, UserId other, boolean takes) {
        return new RequestFriendship(PAIR, by, other, takes, null);
    }

    private static void refused(ResultValidator<Friendship> result, FriendshipRefusal reason) {
        InMemoryBudgets.refused(result, reason);
    }
}

package com.eindr.notification.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.Subscription;
import com.eindr.friendship.FriendshipEvent.FriendshipAccepted;
import com.eindr.friendship.FriendshipEvent.FriendshipRequested;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.Permission;
import com.eindr.friendship.ProposalEvent;
import com.eindr.friendship.ProposalEvent.NoteProposed;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalDeclined;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ProposalWithdrawn;
import com.eindr.friendship.ProposalId;
import com.eindr.notification.NotificationCommand.RaiseNotice;
import com.eindr.notification.NotificationKind;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellOfFriendsTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final FriendshipId PAIR = FriendshipId.of(ANA, BEN);
    private static final ProposalId ID = ProposalId.of("01890000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final QueryGateway asked =
            DefaultQueryGateway.builder().queryBus(queries).build();
    private final Queue<RaiseNotice> told = new ConcurrentLinkedQueue<>();
    private final Map<UserId, AccountView> accounts = new HashMap<>();
    private final Set<UserId> former = new HashSet<>();
    private final Notices notices = new Notices(
            new Orders(DefaultCommandGateway.builder().commandBus(commands).build(), order -> {
                throw new AssertionError("nothing fails here: " + order);
            }),
            new Recipients(asked),
            asked,
            former::contains);

    @BeforeEach
    void accounts_can_be_asked_for() {
        new AnnotationQueryHandlerAdapter<>(new Accounts()).subscribe(queries);
        commands.subscribe(RaiseNotice.class.getName(), command -> told.add((RaiseNotice) command.getPayload()));
    }

    @Test
    void who_is_asked_is_told_by_whom() {
        accounts.put(
                ANA,
                new AccountView(
                        ANA,
                        new Profile("Ana", "en", ZoneId.of("UTC")),
                        Preferences.INITIAL,
                        Subscription.INITIAL,
                        NOON,
                        null,
                        1));
        tell(new FriendshipRequested(PAIR, ANA, BEN, true, null));
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(BEN);
            assertThat(notice.kind()).isEqualTo(NotificationKind.FRIEND_REQUESTED);
            assertThat(notice.subject()).isEqualTo(PAIR.toString());
            assertThat(notice.title()).isEqualTo("Ana wants to be your friend.");
            assertThat(notice.about()).isEqualTo(ANA);
        });
    }

    @Test
    void nobody_is_told_of_a_request_that_is_not_delivered() {
        tell(new FriendshipRequested(PAIR, ANA, BEN, false, null));
        assertThat(told).isEmpty();
    }

    @Test
    void the_one_who_asked_is_told_of_the_agreement_and_again_when_it_happens_again() {
        FriendshipAccepted agreed = new FriendshipAccepted(PAIR, BEN, ANA);
        tell(agreed);
        tell(agreed);
        assertThat(told)
                .hasSize(2)
                .allSatisfy(notice -> {
                    assertThat(notice.recipient()).isEqualTo(ANA);
                    assertThat(notice.kind()).isEqualTo(NotificationKind.FRIEND_ACCEPTED);
                    assertThat(notice.title()).startsWith("Somebody");
                })
                .extracting(RaiseNotice::notificationId)
                .doesNotHaveDuplicates();
    }

    @Test
    void who_has_left_is_told_nothing_and_is_called_a_former_user_elsewhere() {
        former.add(ANA);
        tell(new FriendshipAccepted(PAIR, BEN, ANA));
        tell(new ProposalDeclined(ID, BEN, ANA, NOON));
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(BEN);
            assertThat(notice.about()).isNull();
            assertThat(notice.title()).startsWith("A former user ");
        });
    }

    @Test
    void of_a_proposal_the_recipient_is_told_unless_they_deny_it() {
        tell(proposed(Permission.ASK));
        tell(proposed(Permission.ALLOW));
        tell(proposed(Permission.DENY));
        assertThat(told).extracting(RaiseNotice::recipient).containsExactly(BEN, BEN);
        assertThat(told)
                .extracting(RaiseNotice::kind)
                .containsExactly(NotificationKind.PROPOSAL_RECEIVED, NotificationKind.GIVEN_BY_FRIEND);
    }

    @Test
    void of_what_became_of_it_the_sender_is_told_and_of_its_withdrawal_nobody() {
        tell(new ProposalAccepted(ID, ANA, BEN, true, new UUID(1, 2), NOON));
        tell(new ProposalAccepted(ID, ANA, BEN, false, new UUID(1, 2), NOON));
        tell(new ProposalDeclined(ID, ANA, BEN, NOON));
        tell(new ProposalExpired(ID, ANA, BEN, false, NOON));
        tell(new ProposalWithdrawn(ID, ANA, BEN, true, NOON));
        assertThat(told).extracting(RaiseNotice::recipient).containsOnly(ANA);
        assertThat(told)
                .extracting(RaiseNotice::kind)
                .containsExactly(
                        NotificationKind.PROPOSAL_ACCEPTED,
                        NotificationKind.PROPOSAL_DECLINED,
                        NotificationKind.PROPOSAL_EXPIRED);
    }

    private static NoteProposed proposed(Permission permission) {
        return new NoteProposed(ID, PAIR, ANA, BEN, permission, "The key", null, NOON, NOON);
    }

    private void tell(Object event) {
        EventMessage<?> message = GenericEventMessage.asEventMessage(event);
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(message);
        switch (event) {
            case FriendshipRequested e -> new TellOfFriends(notices).on(e, message);
            case FriendshipAccepted e -> new TellOfFriends(notices).on(e, message);
            default -> new TellOfProposals(notices).on((ProposalEvent) event, message);
        }
        work.commit();
    }

    final class Accounts {
        @QueryHandler
        Optional<AccountView> accountOf(AccountOf query) {
            return Optional.ofNullable(accounts.get(query.userId()));
        }
    }
}

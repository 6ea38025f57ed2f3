package com.eindr.friendship.command;

import static com.eindr.friendship.command.Deeds.ANA;
import static com.eindr.friendship.command.Deeds.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.InvitationCommand.InviteFriend;
import com.eindr.friendship.InvitationCommand.WithdrawInvitation;
import com.eindr.friendship.RequestId;
import com.eindr.friendship.command.InMemoryFriends.Told;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Requests to addresses, which are the same whether or not anybody is known by them. */
class InvitationTest {
    private final InMemoryFriends friends = new InMemoryFriends(
            Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC), FriendshipPolicy.USUAL);

    @Test
    void a_request_to_an_address_is_made_and_taken_back_once() {
        RequestId request = new RequestId(TimeOrderedUuid.next());
        assertThat(friends.send(new InviteFriend(request, ANA, null))).isEqualTo(new Told(null, 1));
        refused(new WithdrawInvitation(request, BEN), FriendshipRefusal.REQUEST_NOT_FOUND);
        done(new WithdrawInvitation(request, ANA));
        refused(new WithdrawInvitation(request, ANA), FriendshipRefusal.REQUEST_NOT_FOUND);
    }

    @Test
    void requests_to_addresses_and_to_people_count_alike() {
        for (int i = 0; i < 10; i++) {
            done(new InviteFriend(new RequestId(TimeOrderedUuid.next()), ANA, null));
            UserId other = new UserId("other" + i);
            done(new RequestFriendship(FriendshipId.of(ANA, other), ANA, other, true, null));
        }
        refused(
                new InviteFriend(new RequestId(TimeOrderedUuid.next()), ANA, BEN),
                FriendshipRefusal.TOO_MANY_OPEN_REQUESTS);
    }

    private void done(Object command) {
        assertThat(friends.send(command).refusal()).as("%s", command).isNull();
    }

    private void refused(Object command, FriendshipRefusal reason) {
        assertThat(friends.send(command).refusal()).as("%s", command).isEqualTo(reason);
    }
}

package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.NettingCommand.ApproveNetting;
import com.eindr.ledger.NettingCommand.ExpireNetting;
import com.eindr.ledger.NettingCommand.NudgeNetting;
import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.NettingCommand.RejectNetting;
import com.eindr.ledger.NettingCommand.WithdrawNetting;
import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.NettingEvent.NettingExpired;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingNudged;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Given friends who owe each other in a circle, who is asked whether each is to owe less, and what their answers come to. */
class NettingAnswersTest extends NettingFixture {
    @Test
    void it_lapses_if_two_are_friends_no_more() {
        done(propose(ANA, 20));
        done(new ApproveNetting(ID, BEN, ZoneOffset.UTC));
        ledger.part(ANA, BEN);
        done(new ApproveNetting(ID, CEM, ZoneOffset.UTC));
        assertThat(ledger.events(ID)).last().isInstanceOf(NettingLapsed.class);
        assertThat(owes()).containsExactly(50, 30, 20);
    }

    @Test
    void whoever_is_no_friend_of_the_proposer_is_in_no_circle() {
        refused(
                new ProposeNetting(ID, ANA, List.of(ANA, BEN, new UserId("nobody")), null, EUR),
                FriendshipRefusal.FRIEND_NOT_FOUND);
        ledger.part(ANA, CEM);
        refused(propose(ANA, 20), FriendshipRefusal.FRIEND_NOT_FOUND);
    }

    @Test
    void where_two_others_are_no_friends_it_looks_like_silence() {
        ledger.part(BEN, CEM);
        staysUnheardOf();
    }

    @Test
    void where_one_denies_the_proposer_it_looks_like_silence() {
        ledger.permit(CEM, Permission.DENY);
        staysUnheardOf();
    }

    private void staysUnheardOf() {
        done(propose(ANA, 20));
        for (UserId other : List.of(BEN, CEM, EVE)) {
            refused(new ApproveNetting(ID, other, ZoneOffset.UTC), LedgerRefusal.NETTING_NOT_FOUND);
            refused(new RejectNetting(ID, other), LedgerRefusal.NETTING_NOT_FOUND);
        }
        done(new ApproveNetting(ID, ANA, ZoneOffset.UTC));
        done(new NudgeNetting(ID, 1));
        clock.advance(Duration.ofDays(7));
        done(new ExpireNetting(ID));
        assertThat(ledger.events(ID)).hasSize(3).allSatisfy(event -> {
            assertThat(((NettingEvent) event).isSeenBy(ANA)).isTrue();
            assertThat(((NettingEvent) event).isSeenBy(BEN)).isFalse();
        });
    }

    @Test
    void a_circle_is_three_to_ten_people_who_are_named_once_and_the_proposer_among_them() {
        for (List<UserId> none : List.of(
                List.<UserId>of(),
                List.of(ANA, BEN),
                List.of(ANA, BEN, ANA),
                List.of(BEN, CEM, EVE),
                IntStream.range(0, 11)
                        .mapToObj(number -> new UserId("p" + number))
                        .toList())) {
            refused(new ProposeNetting(ID, ANA, none, null, EUR), LedgerRefusal.INVALID_CIRCLE);
        }
    }

    @Test
    void anybody_who_was_asked_may_reject_it_also_after_they_approved() {
        done(propose(ANA, 20));
        done(new ApproveNetting(ID, BEN, ZoneOffset.UTC));
        done(new RejectNetting(ID, BEN));
        done(new RejectNetting(ID, BEN));
        assertThat(ledger.events(ID)).hasSize(3).last().isEqualTo(new NettingRejected(ID, TERMS, BEN, NOON));
        refused(new RejectNetting(ID, CEM), LedgerRefusal.NETTING_CLOSED);
        refused(new ApproveNetting(ID, CEM, ZoneOffset.UTC), LedgerRefusal.NETTING_CLOSED);
        refused(new WithdrawNetting(ID, ANA), LedgerRefusal.NETTING_CLOSED);
    }

    @Test
    void the_proposer_alone_takes_it_back() {
        done(propose(ANA, 20));
        refused(new WithdrawNetting(ID, BEN), LedgerRefusal.NETTING_NOT_FOUND);
        refused(new RejectNetting(ID, ANA), LedgerRefusal.NETTING_NOT_FOUND);
        done(new WithdrawNetting(ID, ANA));
        done(new WithdrawNetting(ID, ANA));
        assertThat(ledger.events(ID)).hasSize(2).last().isEqualTo(new NettingWithdrawn(ID, TERMS, NOON));
        refused(new ApproveNetting(ID, BEN, ZoneOffset.UTC), LedgerRefusal.NETTING_CLOSED);
    }

    @Test
    void a_stranger_is_told_that_there_is_no_such_proposal() {
        done(propose(ANA, 20));
        refused(new ApproveNetting(ID, EVE, ZoneOffset.UTC), LedgerRefusal.NETTING_NOT_FOUND);
        refused(new RejectNetting(ID, EVE), LedgerRefusal.NETTING_NOT_FOUND);
        refused(new WithdrawNetting(ID, EVE), LedgerRefusal.NETTING_NOT_FOUND);
        refused(propose(ANA, 20), LedgerRefusal.NETTING_EXISTS);
    }

    @Test
    void silence_never_approves() {
        done(propose(ANA, 20));
        done(new ApproveNetting(ID, BEN, ZoneOffset.UTC));
        done(new ExpireNetting(ID));
        assertThat(ledger.events(ID)).hasSize(2);
        clock.advance(Duration.ofDays(7));
        refused(new ApproveNetting(ID, CEM, ZoneOffset.UTC), LedgerRefusal.NETTING_CLOSED);
        refused(new RejectNetting(ID, CEM), LedgerRefusal.NETTING_CLOSED);
        done(new NudgeNetting(ID, 1));
        done(new ExpireNetting(ID));
        done(new ExpireNetting(ID));
        assertThat(ledger.events(ID))
                .hasSize(3)
                .last()
                .isEqualTo(new NettingExpired(ID, TERMS, NOON.plus(Duration.ofDays(7))));
        assertThat(owes()).containsExactly(50, 30, 20);
    }

    @Test
    void each_nudge_comes_once_and_only_to_those_who_have_not_answered() {
        done(propose(ANA, 20));
        done(new NudgeNetting(ID, 1));
        done(new NudgeNetting(ID, 1));
        assertThat(ledger.events(ID))
                .hasSize(2)
                .last()
                .isEqualTo(new NettingNudged(ID, TERMS, List.of(BEN, CEM), 1, NOON));
        done(new ApproveNetting(ID, CEM, ZoneOffset.UTC));
        done(new NudgeNetting(ID, 2));
        assertThat(ledger.events(ID)).last().isEqualTo(new NettingNudged(ID, TERMS, List.of(BEN), 2, NOON));
        done(new WithdrawNetting(ID, ANA));
        done(new NudgeNetting(ID, 3));
        assertThat(ledger.events(ID)).hasSize(5);
    }
}

package com.eindr.friendship.command;

import static com.eindr.friendship.command.Deeds.ANA;
import static com.eindr.friendship.command.Deeds.BEN;
import static com.eindr.friendship.command.Deeds.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountRefusal;
import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipCommand.SetPermissions;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.friendship.ProposalCommand.AcceptProposal;
import com.eindr.friendship.ProposalCommand.DeclineProposal;
import com.eindr.friendship.ProposalCommand.ExpireProposal;
import com.eindr.friendship.ProposalCommand.ProposeNote;
import com.eindr.friendship.ProposalCommand.ProposeReminder;
import com.eindr.friendship.ProposalCommand.WithdrawProposal;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalDeclined;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ProposalWithdrawn;
import com.eindr.friendship.ProposalEvent.ReminderProposed;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.ReminderOffer;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteSource;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Timing;
import com.eindr.shared.Patch;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given two friends, what becomes of what one proposes to the other; with the real aggregates that take part in it. */
class ProposalTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final UserId CEM = new UserId("cem");
    private static final ProposalId ID = new ProposalId(TimeOrderedUuid.next());

    private final MovingClock clock = new MovingClock();
    private InMemoryFriends friends = new InMemoryFriends(clock, FriendshipPolicy.USUAL);

    @BeforeEach
    void two_friends() {
        befriend();
    }

    @Test
    void a_friend_is_asked() {
        done(propose(ID, Timing.FIXED, null));
        assertThat(last()).isInstanceOfSatisfying(ReminderProposed.class, fact -> {
            assertThat(fact.permission()).isEqualTo(Permission.ASK);
            assertThat(fact.friendshipId()).isEqualTo(PAIR);
            assertThat(fact.proposedAt()).isEqualTo(NOON);
            assertThat(fact.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        });
    }

    @Test
    void what_is_accepted_is_the_recipients_in_their_zone_of_that_moment() {
        done(propose(ID, Timing.FLOATING, "Europe/Berlin"));
        done(new AcceptProposal(ID, BEN, KARACHI));
        ProposalAccepted accepted = (ProposalAccepted) last();
        assertThat(accepted.asked()).isTrue();
        assertThat(friends.events(accepted.madeId()))
                .singleElement()
                .isInstanceOfSatisfying(ReminderCreated.class, made -> {
                    assertThat(made.ownerId()).isEqualTo(BEN);
                    assertThat(made.createdBy()).isEqualTo(ANA);
                    assertThat(made.schedule().timeZone()).isEqualTo(KARACHI);
                });
        done(new AcceptProposal(ID, BEN, KARACHI));
        assertThat(friends.events(ID)).hasSize(2);
    }

    @Test
    void a_zone_that_was_said_is_kept_where_the_time_is_fixed() {
        done(propose(ID, Timing.FIXED, "Europe/Berlin"));
        done(new AcceptProposal(ID, BEN, KARACHI));
        ReminderCreated made = (ReminderCreated)
                friends.events(((ProposalAccepted) last()).madeId()).getFirst();
        assertThat(made.schedule().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void a_friend_who_allows_it_has_it_at_once() {
        permit(Permission.ALLOW);
        done(propose(ID, Timing.FIXED, null));
        assertThat(last())
                .isInstanceOfSatisfying(
                        ProposalAccepted.class, fact -> assertThat(fact.asked()).isFalse());
    }

    @Test
    void a_note_is_given_as_a_reminder_is() {
        done(new ProposeNote(ID, ANA, BEN, "The key is under the mat", "en"));
        refused(new AcceptProposal(ID, ANA, KARACHI), FriendshipRefusal.PROPOSAL_NOT_FOUND);
        done(new AcceptProposal(ID, BEN, KARACHI));
        assertThat(friends.events(((ProposalAccepted) last()).madeId()))
                .containsExactly(new NoteWritten(
                        new NoteId(((ProposalAccepted) last()).madeId()),
                        BEN,
                        ANA,
                        NoteSource.FRIEND,
                        "The key is under the mat",
                        "en"));
    }

    @Test
    void a_friend_who_denies_it_is_not_asked_and_cannot_answer() {
        permit(Permission.DENY);
        assertThat(friends.send(propose(ID, Timing.FIXED, null)).version()).isEqualTo(1);
        refused(new AcceptProposal(ID, BEN, KARACHI), FriendshipRefusal.PROPOSAL_NOT_FOUND);
        refused(new DeclineProposal(ID, BEN), FriendshipRefusal.PROPOSAL_NOT_FOUND);
    }

    @Test
    void only_friends_propose_and_twenty_times_a_day_whether_or_not_it_arrives() {
        permit(Permission.DENY);
        for (int i = 0; i < 20; i++) {
            done(propose(new ProposalId(TimeOrderedUuid.next()), Timing.FIXED, null));
        }
        refused(propose(ID, Timing.FIXED, null), FriendshipRefusal.TOO_MANY_PROPOSALS_TODAY);
        clock.now = NOON.plus(Duration.ofDays(1));
        done(propose(ID, Timing.FIXED, null));

        done(new EndFriendship(PAIR, BEN));
        refused(
                propose(new ProposalId(TimeOrderedUuid.next()), Timing.FIXED, null),
                FriendshipRefusal.FRIEND_NOT_FOUND);
        refused(
                new ProposeReminder(
                        new ProposalId(TimeOrderedUuid.next()), CEM, BEN, offer(Timing.FIXED, null), KARACHI),
                FriendshipRefusal.FRIEND_NOT_FOUND);
    }

    @Test
    void a_rule_that_cannot_be_used_is_refused_at_once() {
        ReminderOffer impossible = new ReminderOffer(
                "Run",
                null,
                LocalDateTime.parse("2026-12-07T09:00"),
                null,
                Timing.FIXED,
                "FREQ=SECONDLY",
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
        refused(new ProposeReminder(ID, ANA, BEN, impossible, KARACHI), ReminderRefusal.RECURRENCE_TOO_FINE);
    }

    @Test
    void only_the_recipient_answers_and_an_answer_stands() {
        done(propose(ID, Timing.FIXED, null));
        for (UserId other : new UserId[] {ANA, CEM}) {
            refused(new AcceptProposal(ID, other, KARACHI), FriendshipRefusal.PROPOSAL_NOT_FOUND);
            refused(new DeclineProposal(ID, other), FriendshipRefusal.PROPOSAL_NOT_FOUND);
        }
        done(new DeclineProposal(ID, BEN));
        done(new DeclineProposal(ID, BEN));
        assertThat(last()).isEqualTo(new ProposalDeclined(ID, ANA, BEN, NOON));
        refused(new AcceptProposal(ID, BEN, KARACHI), FriendshipRefusal.PROPOSAL_SETTLED);
    }

    @Test
    void a_proposal_expires_when_its_time_is_over_and_not_before() {
        done(propose(ID, Timing.FIXED, null));
        done(new ExpireProposal(ID));
        assertThat(friends.events(ID)).hasSize(1);

        clock.now = NOON.plus(Duration.ofDays(7));
        refused(new AcceptProposal(ID, BEN, KARACHI), FriendshipRefusal.PROPOSAL_SETTLED);
        refused(new DeclineProposal(ID, BEN), FriendshipRefusal.PROPOSAL_SETTLED);
        done(new ExpireProposal(ID));
        done(new ExpireProposal(ID));
        assertThat(last()).isEqualTo(new ProposalExpired(ID, ANA, BEN, true, clock.now));
        assertThat(friends.events(ID)).hasSize(2);
    }

    @Test
    void a_proposal_is_withdrawn_unless_it_was_answered() {
        done(propose(ID, Timing.FIXED, null));
        done(new EndFriendship(PAIR, ANA));
        refused(new AcceptProposal(ID, BEN, KARACHI), FriendshipRefusal.PROPOSAL_SETTLED);
        done(new WithdrawProposal(ID));
        done(new WithdrawProposal(ID));
        assertThat(last()).isEqualTo(new ProposalWithdrawn(ID, ANA, BEN, true, NOON));
        assertThat(friends.events(ID)).hasSize(2);
    }

    @Test
    void the_sender_pays_and_an_expired_recipient_accepts_nothing() {
        friends = new InMemoryFriends(clock, FriendshipPolicy.USUAL, Entitled.to(Plan.STARTER));
        befriend();
        refused(propose(ID, Timing.FIXED, null), AccountRefusal.PLAN_LOCKED);

        friends = new InMemoryFriends(clock, FriendshipPolicy.USUAL, Plans.of(ANA, Plan.PRO, Plan.EXPIRED));
        befriend();
        permit(Permission.ALLOW);
        done(propose(ID, Timing.FIXED, null));
        assertThat(last())
                .isInstanceOfSatisfying(
                        ReminderProposed.class,
                        fact -> assertThat(fact.permission()).isEqualTo(Permission.ASK));
        refused(new AcceptProposal(ID, BEN, KARACHI), AccountRefusal.PLAN_LOCKED);
    }

    private void befriend() {
        done(new RequestFriendship(PAIR, ANA, BEN, true, null));
        done(new RequestFriendship(PAIR, BEN, ANA, true, null));
    }

    private void permit(Permission permission) {
        done(new SetPermissions(PAIR, BEN, Patch.of(permission), Patch.absent(), Patch.absent()));
    }

    private Object last() {
        return friends.events(ID).getLast();
    }

    private void done(Object command) {
        assertThat(friends.send(command).refusal()).as("%s", command).isNull();
    }

    private void refused(Object command, RefusalReason reason) {
        assertThat(friends.send(command).refusal()).as("%s", command).isEqualTo(reason);
    }

    private static ProposeReminder propose(ProposalId id, Timing timing, @Nullable String zone) {
        return new ProposeReminder(id, ANA, BEN, offer(timing, zone), ZoneId.of("UTC"));
    }

    private static ReminderOffer offer(Timing timing, @Nullable String zone) {
        return new ReminderOffer(
                "Run",
                null,
                LocalDateTime.parse("2026-12-07T09:00"),
                zone == null ? null : ZoneId.of(zone),
                timing,
                null,
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
    }

    private static final class MovingClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the domain asks this clock for instants only");
        }
    }
}

package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.NettingCommand.ApproveNetting;
import com.eindr.ledger.NettingCommand.ExpireNetting;
import com.eindr.ledger.NettingCommand.NudgeNetting;
import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.NettingCommand.RejectNetting;
import com.eindr.ledger.NettingCommand.WithdrawNetting;
import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingApproved;
import com.eindr.ledger.NettingEvent.NettingExpired;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingNudged;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.NettingTerms;
import com.eindr.ledger.PairAccountEvent.AmountHeld;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given friends who owe each other in a circle, what becomes of a proposal that each owes so much less. */
class NettingTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CEM = new UserId("cem");
    private static final UserId EVE = new UserId("eve");
    private static final List<UserId> CIRCLE = List.of(ANA, BEN, CEM);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final NettingId ID = new NettingId(new UUID(5, 1));
    private static final NettingTerms TERMS = new NettingTerms(ANA, CIRCLE, euros(20), true);

    private final MovingClock clock = new MovingClock(NOON);
    private final InMemoryLedger ledger = new InMemoryLedger(clock, Entitled.to(Plan.ELITE), ANA, BEN, CEM, EVE);
    private int debts;

    @BeforeEach
    void ana_owes_ben_50_who_owes_cem_30_who_owes_ana_20() {
        List.of(ANA, BEN, CEM, EVE).forEach(person -> ledger.permit(person, Permission.ALLOW));
        owe(ANA, BEN, 50);
        owe(BEN, CEM, 30);
        owe(CEM, ANA, 20);
    }

    @Test
    void a_proposal_is_approved_by_its_proposer_and_changes_nothing() {
        done(propose(ANA, 20));
        assertThat(ledger.events(ID))
                .containsExactly(new NettingProposed(
                        ID,
                        TERMS,
                        List.of(NOON.plus(Duration.ofDays(3)), NOON.plus(Duration.ofDays(6))),
                        NOON.plus(Duration.ofDays(7)),
                        NOON));
        assertThat(ledger.log().filter(AmountHeld.class::isInstance)).isEmpty();
        done(new ApproveNetting(ID, ANA, ZoneOffset.UTC));
        assertThat(ledger.events(ID)).hasSize(1);
        assertThat(owes()).containsExactly(50, 30, 20);
    }

    @Test
    void without_an_amount_it_is_as_much_as_the_proposers_own_lines_allow() {
        done(new ProposeNetting(ID, BEN, CIRCLE, null, EUR));
        assertThat(ledger.events(ID))
                .singleElement()
                .isInstanceOfSatisfying(
                        NettingProposed.class,
                        fact -> assertThat(fact.terms().amount()).isEqualTo(euros(30)));
    }

    @Test
    void the_last_approval_posts_one_entry_a_line_in_the_same_commit_and_once() {
        done(propose(ANA, 20));
        done(new ApproveNetting(ID, CEM, ZoneOffset.UTC));
        assertThat(owes()).containsExactly(50, 30, 20);
        done(new ApproveNetting(ID, BEN, AUCKLAND));
        done(new ApproveNetting(ID, BEN, AUCKLAND));
        done(new ApproveNetting(ID, ANA, AUCKLAND));
        assertThat(owes()).containsExactly(30, 10, 0);
        List<Object> end = ledger.log().skip(ledger.log().count() - 5).toList();
        assertThat(end.subList(0, 3)).allSatisfy(event -> {
            EntryPosted posted = (EntryPosted) event;
            assertThat(posted.cause()).isEqualTo(EntryCause.NETTING);
            assertThat(posted.causeId()).isEqualTo(ID.value());
            assertThat(posted.amount()).isEqualTo(euros(20));
            assertThat(posted.occurredOn()).isEqualTo(LocalDate.of(2026, 12, 2));
            assertThat(posted.occurredAt()).isEqualTo(NOON);
        });
        assertThat(end.subList(3, 5))
                .containsExactly(new NettingApproved(ID, TERMS, BEN, NOON), new CircleNetted(ID, TERMS, NOON));
        refused(new RejectNetting(ID, CEM), LedgerRefusal.NETTING_CLOSED);
        refused(new WithdrawNetting(ID, ANA), LedgerRefusal.NETTING_CLOSED);
    }

    @Test
    void a_circle_may_have_ten_people() {
        UserId[] people = IntStream.range(0, 10)
                .mapToObj(number -> new UserId("person" + number))
                .toArray(UserId[]::new);
        InMemoryLedger large = new InMemoryLedger(clock, Entitled.to(Plan.ELITE), people);
        List<UserId> parties = List.of(people);
        for (int i = 0; i < people.length; i++) {
            large.permit(people[i], Permission.ALLOW);
        }
        for (int i = 0; i < people.length; i++) {
            assertThat(large.send(debt(i, people[i], people[(i + 1) % people.length], 7)))
                    .isNull();
        }
        assertThat(large.send(new ProposeNetting(ID, people[3], parties, null, EUR)))
                .isNull();
        parties.forEach(party -> assertThat(large.send(new ApproveNetting(ID, party, ZoneOffset.UTC)))
                .isNull());
        assertThat(large.events(ID)).last().isInstanceOf(CircleNetted.class);
        assertThat(large.log().filter(EntryPosted.class::isInstance)).hasSize(20);
    }

    @Test
    void nobody_nets_more_than_their_own_lines_and_is_told_which() {
        Refusal owes = ledger.send(propose(BEN, 31));
        assertThat(owes).isNotNull();
        assertThat(owes.reason()).isEqualTo(LedgerRefusal.MORE_THAN_IS_OWED);
        assertThat(owes.facts())
                .containsEntry("owed", "30.00")
                .containsEntry("debtor", "ben")
                .containsEntry("creditor", "cem");
        refused(new ProposeNetting(ID, ANA, List.of(CEM, BEN, ANA), null, EUR), LedgerRefusal.MORE_THAN_IS_OWED);
        refused(
                new ProposeNetting(ID, ANA, CIRCLE, null, Currency.getInstance("JPY")),
                LedgerRefusal.MORE_THAN_IS_OWED);
        refused(propose(ANA, -1), LedgerRefusal.INVALID_AMOUNT);
        refused(propose(ANA, 0), LedgerRefusal.INVALID_AMOUNT);
        refused(
                new ProposeNetting(ID, ANA, CIRCLE, new Money(1, Currency.getInstance("JPY")), EUR),
                LedgerRefusal.INVALID_AMOUNT);
    }

    @Test
    void what_others_owe_each_other_makes_no_difference_to_the_proposer() {
        done(propose(BEN, 30));
        Refusal tooMuch = ledger.send(new ApproveNetting(ID, CEM, ZoneOffset.UTC));
        assertThat(tooMuch).isNotNull();
        assertThat(tooMuch.facts()).containsEntry("owed", "20.00").containsEntry("debtor", "cem");
        assertThat(ledger.events(ID)).hasSize(1);
        owe(CEM, ANA, 10);
        done(new ApproveNetting(ID, CEM, ZoneOffset.UTC));
        done(new ApproveNetting(ID, ANA, ZoneOffset.UTC));
        assertThat(owes()).containsExactly(20, 0, 0);
    }

    @Test
    void what_waits_to_be_settled_is_not_netted() {
        done(propose(ANA, 20));
        settle(BEN, CEM, 11);
        Refusal held = ledger.send(new ApproveNetting(ID, BEN, ZoneOffset.UTC));
        assertThat(held).isNotNull();
        assertThat(held.facts()).containsEntry("owed", "30.00").containsEntry("held", "11.00");
    }

    @Test
    void it_lapses_if_less_is_owed_elsewhere_once_all_have_approved() {
        done(propose(ANA, 20));
        done(new ApproveNetting(ID, BEN, ZoneOffset.UTC));
        done(new ReverseDebt(new DebtId(new UUID(7, 0)), BEN, null));
        done(new ApproveNetting(ID, CEM, ZoneOffset.UTC));
        assertThat(ledger.events(ID))
                .endsWith(new NettingApproved(ID, TERMS, CEM, NOON), new NettingLapsed(ID, TERMS, NOON));
        assertThat(owes()).containsExactly(0, 30, 20);
        refused(new ApproveNetting(ID, CEM, ZoneOffset.UTC), LedgerRefusal.NETTING_CLOSED);
        refused(new RejectNetting(ID, BEN), LedgerRefusal.NETTING_CLOSED);
    }

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

    @Test
    void a_plan_that_creates_nothing_new_keeps_nobody_from_netting() {
        InMemoryLedger expired = new InMemoryLedger(clock, Entitled.to(Plan.EXPIRED), ANA, BEN, CEM);
        Refusal refusal = expired.send(propose(ANA, 20));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(LedgerRefusal.MORE_THAN_IS_OWED);
    }

    private static ProposeNetting propose(UserId by, long amount) {
        return new ProposeNetting(ID, by, CIRCLE, euros(amount), EUR);
    }

    private void owe(UserId debtor, UserId creditor, long amount) {
        done(debt(debts++, debtor, creditor, amount));
    }

    /** As the creditor says, and the debtor lets them. */
    private static RecordDebt debt(int number, UserId debtor, UserId creditor, long amount) {
        return new RecordDebt(
                new DebtId(new UUID(7, number)),
                creditor,
                Party.user(debtor),
                DebtDirection.OWED_TO_ME,
                euros(amount),
                null,
                null,
                ZoneOffset.UTC);
    }

    private void settle(UserId payer, UserId payee, long amount) {
        done(new ProposeSettlement(
                new SettlementId(new UUID(9, 1)), payer, Party.user(payee), euros(amount), null, ZoneOffset.UTC));
    }

    private static Money euros(long amount) {
        return new Money(amount * 100, EUR);
    }

    /** What Ana owes Ben, Ben owes Cem, and Cem owes Ana, in whole euros. */
    private List<Integer> owes() {
        return List.of(owed(ANA, BEN), owed(BEN, CEM), owed(CEM, ANA));
    }

    private int owed(UserId debtor, UserId creditor) {
        return (int) (ledger.log()
                        .filter(EntryPosted.class::isInstance)
                        .map(EntryPosted.class::cast)
                        .mapToLong(entry -> entry.debtor().isUser(debtor)
                                        && entry.creditor().isUser(creditor)
                                ? entry.amount().minor()
                                : entry.debtor().isUser(creditor)
                                                && entry.creditor().isUser(debtor)
                                        ? -entry.amount().minor()
                                        : 0)
                        .sum()
                / 100);
    }

    private void done(Object command) {
        assertThat(ledger.send(command)).as(command.toString()).isNull();
    }

    private void refused(Object command, RefusalReason reason) {
        @Nullable Refusal refusal = ledger.send(command);
        assertThat(refusal)
                .as(command.toString())
                .isNotNull()
                .extracting(Refusal::reason)
                .isEqualTo(reason);
    }
}

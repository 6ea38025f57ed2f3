package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.NettingCommand.ApproveNetting;
import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.NettingCommand.RejectNetting;
import com.eindr.ledger.NettingCommand.WithdrawNetting;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingApproved;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.PairAccountEvent.AmountHeld;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Given friends who owe each other in a circle, what becomes of the lines of a proposal that each owes so much less. */
class NettingTest extends NettingFixture {
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
    void a_plan_that_creates_nothing_new_keeps_nobody_from_netting() {
        InMemoryLedger expired = new InMemoryLedger(clock, Entitled.to(Plan.EXPIRED), ANA, BEN, CEM);
        Refusal refusal = expired.send(propose(ANA, 20));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(LedgerRefusal.MORE_THAN_IS_OWED);
    }
}

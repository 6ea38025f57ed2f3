package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveCommand.WithdrawDebtMove;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Given debts of Ana with a contact who turns out to be Ben, what is moved once he agrees, and what is not. */
class DebtMoveTest extends DebtMoveFixture {
    @Test
    void a_proposal_moves_nothing() {
        done(propose(ID, BEN));
        assertThat(ledger.events(ID)).singleElement().isInstanceOfSatisfying(DebtMoveProposed.class, fact -> {
            assertThat(fact.balances()).containsExactly(money(30, EUR), money(-5, USD));
            assertThat(fact.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
            assertThat(fact.isSeenBy(BEN)).isTrue();
            assertThat(fact.isSeenBy(CEM)).isFalse();
        });
        assertThat(owed(CONTACT, EUR)).isEqualTo(3_000);
        assertThat(owed(Party.user(BEN), EUR)).isZero();
    }

    @Test
    void once_the_friend_accepts_the_contact_owes_nothing_and_the_friend_all_of_it() {
        done(propose(ID, BEN));
        clock.advance(Duration.ofDays(1));
        done(accept(ID, BEN));
        done(accept(ID, BEN));
        assertThat(owed(CONTACT, EUR)).isZero();
        assertThat(owed(CONTACT, USD)).isZero();
        assertThat(owed(Party.user(BEN), EUR)).isEqualTo(3_000);
        assertThat(owed(Party.user(BEN), USD)).isEqualTo(-500);
        assertThat(ledger.events(ID)).last().isEqualTo(new DebtMoveAccepted(ID, ANA, BEN, clock.instant()));
        assertThat(moved()).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.causeId()).isEqualTo(ID.value());
            assertThat(entry.occurredAt()).isEqualTo(clock.instant());
        });
        assertThat(ledger.log().toList()).last().isInstanceOf(DebtMoveAccepted.class);
    }

    @Test
    void only_the_named_currencies_in_which_anything_is_owed_are_moved() {
        done(new ProposeDebtMove(ID, ANA, NAME, BEN, Set.of(EUR, PKR)));
        done(accept(ID, BEN));
        assertThat(owed(Party.user(BEN), EUR)).isEqualTo(3_000);
        assertThat(owed(CONTACT, USD)).isEqualTo(-500);
        assertThat(moved()).hasSize(2);
    }

    @Test
    void a_debt_that_was_moved_is_not_undone_with_the_contact_but_a_later_one_is() {
        done(propose(ID, BEN));
        done(accept(ID, BEN));
        refused(new ReverseDebt(LENT, ANA, null), LedgerRefusal.DEBT_MOVED);
        clock.advance(Duration.ofSeconds(1));
        DebtId later = record(DebtDirection.OWED_TO_ME, money(1, EUR));
        assertThat(owed(CONTACT, EUR)).isEqualTo(100);
        done(new ReverseDebt(later, ANA, null));
        assertThat(owed(CONTACT, EUR)).isZero();
        assertThat(owed(Party.user(BEN), EUR)).isEqualTo(3_000);
    }

    @Test
    void what_is_recorded_under_the_name_later_can_be_moved_as_well() {
        done(propose(ID, BEN));
        done(accept(ID, BEN));
        record(DebtDirection.I_OWE, money(2, EUR));
        done(propose(OTHER, BEN));
        done(accept(OTHER, BEN));
        assertThat(owed(Party.user(BEN), EUR)).isEqualTo(2_800);
    }

    @Test
    void a_debt_with_the_friend_themselves_is_undone_as_ever() {
        ledger.permit(BEN, Permission.ALLOW);
        DebtId direct = new DebtId(new UUID(7, 2));
        done(new RecordDebt(
                direct, ANA, Party.user(BEN), DebtDirection.OWED_TO_ME, money(7, EUR), null, null, ZoneOffset.UTC));
        done(propose(ID, BEN));
        done(accept(ID, BEN));
        done(new ReverseDebt(direct, ANA, null));
        assertThat(owed(Party.user(BEN), EUR)).isEqualTo(3_000);
    }

    @Test
    void what_is_accepted_is_what_was_proposed() {
        done(propose(ID, BEN));
        settle(10);
        refused(accept(ID, BEN), LedgerRefusal.BALANCE_CHANGED);
        assertThat(moved()).isEmpty();
        done(new WithdrawDebtMove(ID, ANA));
        done(propose(OTHER, BEN));
        done(accept(OTHER, BEN));
        assertThat(owed(Party.user(BEN), EUR)).isEqualTo(2_000);
    }

    @Test
    void what_was_moved_is_settled_with_the_friend_and_no_more_with_the_contact() {
        done(propose(ID, BEN));
        done(accept(ID, BEN));
        ProposeSettlement paid = new ProposeSettlement(
                new SettlementId(new UUID(9, 1)), ANA, CONTACT, money(1, EUR), null, ZoneOffset.UTC);
        assertThat(refused(paid, LedgerRefusal.MORE_THAN_IS_OWED).facts()).containsEntry("owed", "0.00");
    }

    @Test
    void nothing_and_too_much_are_not_moved() {
        refused(new ProposeDebtMove(ID, ANA, "Nobody", BEN, Set.of(EUR)), LedgerRefusal.NOTHING_TO_MOVE);
        refused(new ProposeDebtMove(ID, ANA, NAME, BEN, Set.of()), LedgerRefusal.NOTHING_TO_MOVE);
        refused(new ProposeDebtMove(ID, ANA, NAME, BEN, Set.of(PKR)), LedgerRefusal.NOTHING_TO_MOVE);
        record(DebtDirection.OWED_TO_ME, new Money(Money.MOST, EUR));
        refused(propose(ID, BEN), LedgerRefusal.BALANCE_TOO_LARGE);
    }
}

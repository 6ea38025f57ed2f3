package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountRefusal;
import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtMoveCommand;
import com.eindr.ledger.DebtMoveCommand.DisputeDebtMove;
import com.eindr.ledger.DebtMoveCommand.EndDebtMove;
import com.eindr.ledger.DebtMoveCommand.ExpireDebtMove;
import com.eindr.ledger.DebtMoveCommand.WithdrawDebtMove;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveExpired;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Given debts of Ana with a contact, whom she may ask whether it was them, and what their answers come to. */
class DebtMoveAnswersTest extends DebtMoveFixture {
    @Test
    void whoever_disputes_it_owes_nothing_and_it_can_be_proposed_to_another() {
        done(propose(ID, BEN));
        done(new DisputeDebtMove(ID, BEN, "I have never been to that bakery"));
        done(new DisputeDebtMove(ID, BEN, null));
        assertThat(ledger.events(ID)).hasSize(2).last().isInstanceOf(DebtMoveDisputed.class);
        assertThat(owed(CONTACT, EUR)).isEqualTo(3_000);
        refused(accept(ID, BEN), LedgerRefusal.MOVE_CLOSED);
        refused(new WithdrawDebtMove(ID, ANA), LedgerRefusal.MOVE_CLOSED);
        refused(new DisputeDebtMove(ID, BEN, "\u0000"), LedgerRefusal.INVALID_NOTE);
        done(propose(OTHER, CEM));
        done(accept(OTHER, CEM));
        assertThat(owed(Party.user(CEM), EUR)).isEqualTo(3_000);
    }

    @Test
    void whoever_proposed_it_takes_it_back() {
        done(propose(ID, BEN));
        refused(new WithdrawDebtMove(ID, BEN), LedgerRefusal.MOVE_NOT_FOUND);
        done(new WithdrawDebtMove(ID, ANA));
        done(new WithdrawDebtMove(ID, ANA));
        assertThat(ledger.events(ID)).last().isEqualTo(new DebtMoveWithdrawn(ID, ANA, BEN, true, true, NOON));
        refused(accept(ID, BEN), LedgerRefusal.MOVE_CLOSED);
        refused(new DisputeDebtMove(ID, BEN, null), LedgerRefusal.MOVE_CLOSED);
    }

    @Test
    void of_two_who_are_said_to_be_the_same_contact_the_first_who_accepts_owes_it() {
        done(propose(ID, BEN));
        done(propose(OTHER, CEM));
        done(accept(OTHER, CEM));
        refused(accept(ID, BEN), LedgerRefusal.BALANCE_CHANGED);
        assertThat(owed(Party.user(BEN), EUR)).isZero();
        assertThat(owed(Party.user(CEM), EUR)).isEqualTo(3_000);
    }

    @Test
    void silence_moves_nothing() {
        done(propose(ID, BEN));
        done(new ExpireDebtMove(ID));
        assertThat(ledger.events(ID)).hasSize(1);
        clock.advance(Duration.ofDays(7));
        refused(accept(ID, BEN), LedgerRefusal.MOVE_CLOSED);
        done(new ExpireDebtMove(ID));
        done(new ExpireDebtMove(ID));
        assertThat(ledger.events(ID)).hasSize(2).last().isInstanceOf(DebtMoveExpired.class);
        done(propose(OTHER, BEN));
    }

    @Test
    void friends_no_more_move_nothing() {
        done(propose(ID, BEN));
        ledger.part(ANA, BEN);
        refused(accept(ID, BEN), LedgerRefusal.MOVE_CLOSED);
        done(new EndDebtMove(ID));
        done(new EndDebtMove(ID));
        assertThat(ledger.events(ID))
                .hasSize(2)
                .last()
                .isEqualTo(new DebtMoveWithdrawn(ID, ANA, BEN, true, false, NOON));
    }

    @Test
    void whom_it_is_denied_to_asks_in_silence_and_the_other_never_hears_of_it() {
        ledger.permit(BEN, Permission.DENY);
        done(propose(ID, BEN));
        assertThat(((DebtMoveProposed) ledger.events(ID).getFirst()).isSeenBy(BEN))
                .isFalse();
        refused(accept(ID, BEN), LedgerRefusal.MOVE_NOT_FOUND);
        refused(new DisputeDebtMove(ID, BEN, null), LedgerRefusal.MOVE_NOT_FOUND);
        clock.advance(Duration.ofDays(7));
        done(new ExpireDebtMove(ID));
        assertThat(((DebtMoveExpired) ledger.events(ID).getLast()).isSeenBy(BEN))
                .isFalse();
    }

    @Test
    void also_who_allows_debts_unasked_is_asked() {
        ledger.permit(BEN, Permission.ALLOW);
        done(propose(ID, BEN));
        assertThat(owed(Party.user(BEN), EUR)).isZero();
        done(accept(ID, BEN));
    }

    @Test
    void nobody_is_moved_to_a_stranger_to_oneself_or_by_a_stranger() {
        refused(propose(ID, new UserId("dan")), FriendshipRefusal.FRIEND_NOT_FOUND);
        refused(propose(ID, ANA), LedgerRefusal.NOT_ONESELF);
        done(propose(ID, CEM));
        for (DebtMoveCommand order : List.of(accept(ID, BEN), accept(ID, ANA), new DisputeDebtMove(ID, ANA, null))) {
            refused(order, LedgerRefusal.MOVE_NOT_FOUND);
        }
    }

    @Test
    void a_plan_that_creates_nothing_moves_nothing() {
        ledger = new InMemoryLedger(clock, Entitled.to(Plan.EXPIRED), ANA, BEN);
        assertThat(Objects.requireNonNull(ledger.send(propose(ID, BEN))).reason())
                .isEqualTo(AccountRefusal.PLAN_LOCKED);
    }
}

package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountRefusal;
import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtMoveCommand;
import com.eindr.ledger.DebtMoveCommand.AcceptDebtMove;
import com.eindr.ledger.DebtMoveCommand.DisputeDebtMove;
import com.eindr.ledger.DebtMoveCommand.EndDebtMove;
import com.eindr.ledger.DebtMoveCommand.ExpireDebtMove;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveCommand.WithdrawDebtMove;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveExpired;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
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
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given debts of Ana with a contact who turns out to be Ben, what becomes of them when she says so. */
class DebtMoveTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CEM = new UserId("cem");
    private static final String NAME = "Ben from the bakery";
    private static final Party CONTACT = Party.contactOf(ANA, NAME);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency PKR = Currency.getInstance("PKR");
    private static final DebtMoveId ID = new DebtMoveId(new UUID(8, 1));
    private static final DebtMoveId OTHER = new DebtMoveId(new UUID(8, 2));
    private static final DebtId LENT = new DebtId(new UUID(7, 1));

    private final MovingClock clock = new MovingClock(NOON);
    private InMemoryLedger ledger = new InMemoryLedger(clock, Entitled.to(Plan.ELITE), ANA, BEN, CEM);
    private int debts;

    @BeforeEach
    void ana_has_lent_a_contact_thirty_euros_and_borrowed_five_dollars() {
        done(new RecordDebt(LENT, ANA, CONTACT, DebtDirection.OWED_TO_ME, money(30, EUR), null, null, ZoneOffset.UTC));
        record(DebtDirection.I_OWE, money(5, USD));
    }

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
    void of_two_who_are_said_to_be_the_same_contact_the_first_who_accepts_owes_it() {
        done(propose(ID, BEN));
        done(propose(OTHER, CEM));
        done(accept(OTHER, CEM));
        refused(accept(ID, BEN), LedgerRefusal.BALANCE_CHANGED);
        assertThat(owed(Party.user(BEN), EUR)).isZero();
        assertThat(owed(Party.user(CEM), EUR)).isEqualTo(3_000);
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

    @Test
    void nothing_and_too_much_are_not_moved() {
        refused(new ProposeDebtMove(ID, ANA, "Nobody", BEN, Set.of(EUR)), LedgerRefusal.NOTHING_TO_MOVE);
        refused(new ProposeDebtMove(ID, ANA, NAME, BEN, Set.of()), LedgerRefusal.NOTHING_TO_MOVE);
        refused(new ProposeDebtMove(ID, ANA, NAME, BEN, Set.of(PKR)), LedgerRefusal.NOTHING_TO_MOVE);
        record(DebtDirection.OWED_TO_ME, new Money(Money.MOST, EUR));
        refused(propose(ID, BEN), LedgerRefusal.BALANCE_TOO_LARGE);
    }

    private DebtId record(DebtDirection direction, Money amount) {
        DebtId id = new DebtId(new UUID(6, ++debts));
        done(new RecordDebt(id, ANA, CONTACT, direction, amount, null, null, ZoneOffset.UTC));
        return id;
    }

    private void settle(int euros) {
        done(new ProposeSettlement(
                new SettlementId(new UUID(9, 9)), ANA, CONTACT, money(euros, EUR), null, ZoneOffset.UTC));
    }

    private static ProposeDebtMove propose(DebtMoveId id, UserId friend) {
        return new ProposeDebtMove(id, ANA, NAME, friend, Set.of(EUR, USD));
    }

    private static AcceptDebtMove accept(DebtMoveId id, UserId by) {
        return new AcceptDebtMove(id, by, ZoneOffset.UTC);
    }

    private static Money money(long whole, Currency currency) {
        return new Money(whole * 100, currency);
    }

    private List<EntryPosted> moved() {
        return entries().stream()
                .filter(entry -> entry.cause() == EntryCause.MOVE)
                .toList();
    }

    /** To Ana by the other, in minor units. */
    private long owed(Party other, Currency currency) {
        return entries().stream()
                .filter(entry -> entry.amount().currency().equals(currency))
                .mapToLong(entry -> entry.debtor().equals(other)
                        ? entry.amount().minor()
                        : entry.creditor().equals(other) ? -entry.amount().minor() : 0)
                .sum();
    }

    private List<EntryPosted> entries() {
        return ledger.log()
                .filter(EntryPosted.class::isInstance)
                .map(EntryPosted.class::cast)
                .toList();
    }

    private void done(Object command) {
        assertThat(ledger.send(command)).as(command.toString()).isNull();
    }

    private Refusal refused(Object command, RefusalReason reason) {
        Refusal refusal = Objects.requireNonNull(ledger.send(command), () -> "done: " + command);
        assertThat(refusal.reason()).isEqualTo(reason);
        return refusal;
    }
}

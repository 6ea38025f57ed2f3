package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.ledger.DebtCommand.AcceptDebt;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.PairAccountEvent.AmountHeld;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountEvent.HoldReleased;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ConfirmSettlement;
import com.eindr.ledger.SettlementCommand.ExpireSettlement;
import com.eindr.ledger.SettlementCommand.NudgeSettlement;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementCommand.RejectSettlement;
import com.eindr.ledger.SettlementCommand.WithdrawSettlement;
import com.eindr.ledger.SettlementEvent.SettlementConfirmed;
import com.eindr.ledger.SettlementEvent.SettlementExpired;
import com.eindr.ledger.SettlementEvent.SettlementNudged;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementEvent.SettlementRejected;
import com.eindr.ledger.SettlementEvent.SettlementWithdrawn;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given that Ben owes Ana a hundred, what becomes of a payment that one of them says was made. */
class SettlementTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CEM = new UserId("cem");
    private static final Party ANA_PARTY = Party.user(ANA);
    private static final Party BEN_PARTY = Party.user(BEN);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final DebtId DEBT = new DebtId(new UUID(7, 1));
    private static final SettlementId ID = new SettlementId(new UUID(9, 1));
    private static final SettlementId OTHER = new SettlementId(new UUID(9, 2));

    private final MovingClock clock = new MovingClock(NOON);
    private final InMemoryLedger ledger = new InMemoryLedger(clock, Entitled.to(Plan.ELITE), ANA, BEN, CEM);

    @BeforeEach
    void ben_owes_ana_a_hundred() {
        done(new RecordDebt(DEBT, ANA, BEN_PARTY, DebtDirection.OWED_TO_ME, euros(100), null, null, ZoneOffset.UTC));
        done(new AcceptDebt(DEBT, BEN));
    }

    @Test
    void a_proposal_puts_the_amount_aside_and_settles_nothing() {
        done(propose(ID, BEN, 40));
        assertThat(ledger.events(ID)).singleElement().isInstanceOfSatisfying(SettlementProposed.class, fact -> {
            assertThat(fact.payer()).isEqualTo(BEN_PARTY);
            assertThat(fact.payee()).isEqualTo(ANA_PARTY);
            assertThat(fact.nudgesAt()).containsExactly(NOON.plus(Duration.ofDays(3)), NOON.plus(Duration.ofDays(6)));
            assertThat(fact.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        });
        assertThat(ledger.log().filter(AmountHeld.class::isInstance)).hasSize(1);
        assertThat(owed()).isEqualTo(100);
    }

    @Test
    void the_one_who_is_owed_may_propose_as_well() {
        done(propose(ID, ANA, 40));
        refused(new ConfirmSettlement(ID, ANA), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        done(new ConfirmSettlement(ID, BEN));
        assertThat(owed()).isEqualTo(60);
    }

    @Test
    void a_confirmation_settles_once() {
        done(propose(ID, BEN, 40));
        done(new ConfirmSettlement(ID, ANA));
        done(new ConfirmSettlement(ID, ANA));
        assertThat(ledger.events(ID)).last().isEqualTo(new SettlementConfirmed(ID, BEN, ANA_PARTY, true, NOON));
        assertThat(ledger.log().filter(EntryPosted.class::isInstance)).last().satisfies(posted -> {
            assertThat(((EntryPosted) posted).cause()).isEqualTo(EntryCause.SETTLEMENT);
            assertThat(((EntryPosted) posted).debtor()).isEqualTo(ANA_PARTY);
        });
        assertThat(owed()).isEqualTo(60);
        refused(new RejectSettlement(ID, ANA), LedgerRefusal.SETTLEMENT_CLOSED);
        refused(new WithdrawSettlement(ID, BEN), LedgerRefusal.SETTLEMENT_CLOSED);
        done(propose(OTHER, BEN, 60));
    }

    @Test
    void nobody_repays_more_than_is_owed() {
        Refusal refusal = ledger.send(propose(ID, BEN, 101));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(LedgerRefusal.MORE_THAN_IS_OWED);
        assertThat(refusal.facts()).containsEntry("owed", "100.00").containsEntry("currency", "EUR");
        refused(
                new ProposeSettlement(
                        ID, BEN, ANA_PARTY, new Money(1, Currency.getInstance("USD")), null, ZoneOffset.UTC),
                LedgerRefusal.MORE_THAN_IS_OWED);
        done(propose(ID, BEN, 60));
        Refusal beyond = ledger.send(propose(OTHER, BEN, 41));
        assertThat(beyond).isNotNull();
        assertThat(beyond.facts()).containsEntry("owed", "100.00").containsEntry("held", "60.00");
        done(propose(OTHER, BEN, 40));
    }

    @Test
    void proposals_that_cross_do_not_settle_twice() {
        done(propose(ID, BEN, 50));
        Refusal crossing = ledger.send(propose(OTHER, ANA, 50));
        assertThat(crossing).isNotNull();
        assertThat(crossing.reason()).isEqualTo(LedgerRefusal.SETTLEMENT_AWAITS_YOU);
        assertThat(crossing.facts()).containsEntry("settlementId", ID.toString());
        done(new RejectSettlement(ID, ANA));
        done(propose(OTHER, ANA, 50));
    }

    @Test
    void a_reversal_between_proposal_and_confirmation_is_noticed() {
        done(propose(ID, BEN, 40));
        done(new ReverseDebt(DEBT, ANA, null));
        Refusal refusal = ledger.send(new ConfirmSettlement(ID, ANA));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(LedgerRefusal.MORE_THAN_IS_OWED);
        assertThat(refusal.facts()).containsEntry("owed", "0.00");
        done(new RejectSettlement(ID, ANA));
        assertThat(owed()).isZero();
    }

    @Test
    void what_is_rejected_or_withdrawn_is_owed_as_before() {
        done(propose(ID, BEN, 100));
        refused(new RejectSettlement(ID, BEN), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        done(new RejectSettlement(ID, ANA));
        done(new RejectSettlement(ID, ANA));
        assertThat(ledger.events(ID)).last().isEqualTo(new SettlementRejected(ID, BEN, ANA_PARTY, NOON));
        refused(new ConfirmSettlement(ID, ANA), LedgerRefusal.SETTLEMENT_CLOSED);
        done(propose(OTHER, BEN, 100));
        refused(new WithdrawSettlement(OTHER, ANA), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        done(new WithdrawSettlement(OTHER, BEN));
        done(new WithdrawSettlement(OTHER, BEN));
        assertThat(ledger.events(OTHER)).last().isEqualTo(new SettlementWithdrawn(OTHER, BEN, ANA_PARTY, NOON));
        assertThat(ledger.log().filter(HoldReleased.class::isInstance)).hasSize(2);
        assertThat(owed()).isEqualTo(100);
    }

    @Test
    void silence_never_confirms() {
        done(propose(ID, BEN, 100));
        done(new ExpireSettlement(ID));
        assertThat(ledger.events(ID)).hasSize(1);
        clock.advance(Duration.ofDays(7));
        refused(new ConfirmSettlement(ID, ANA), LedgerRefusal.SETTLEMENT_CLOSED);
        done(new ExpireSettlement(ID));
        done(new ExpireSettlement(ID));
        assertThat(ledger.events(ID))
                .hasSize(2)
                .last()
                .isEqualTo(new SettlementExpired(ID, BEN, ANA_PARTY, clock.instant()));
        assertThat(owed()).isEqualTo(100);
        done(propose(OTHER, BEN, 100));
    }

    @Test
    void each_nudge_comes_once_and_only_while_it_is_open() {
        done(propose(ID, BEN, 10));
        done(new NudgeSettlement(ID, 1));
        done(new NudgeSettlement(ID, 1));
        assertThat(ledger.events(ID)).hasSize(2).last().isEqualTo(new SettlementNudged(ID, BEN, ANA_PARTY, 1, NOON));
        done(new NudgeSettlement(ID, 2));
        done(new ConfirmSettlement(ID, ANA));
        done(new NudgeSettlement(ID, 3));
        assertThat(ledger.events(ID)).hasSize(4);
    }

    @Test
    void with_a_mere_contact_it_is_immediate() {
        Party contact = Party.contactOf(ANA, "Cem");
        done(new RecordDebt(
                new DebtId(new UUID(7, 2)), ANA, contact, DebtDirection.I_OWE, euros(30), null, null, ZoneOffset.UTC));
        done(new ProposeSettlement(ID, ANA, contact, euros(20), null, ZoneOffset.UTC));
        assertThat(ledger.events(ID)).last().isEqualTo(new SettlementConfirmed(ID, ANA, contact, false, NOON));
        refused(
                new ProposeSettlement(OTHER, ANA, contact, euros(11), null, ZoneOffset.UTC),
                LedgerRefusal.MORE_THAN_IS_OWED);
    }

    @Test
    void what_was_paid_in_another_currency_is_said_and_not_merged() {
        done(new ProposeSettlement(
                ID, BEN, ANA_PARTY, euros(40), new Money(4_300, Currency.getInstance("USD")), ZoneOffset.UTC));
        done(new ConfirmSettlement(ID, ANA));
        assertThat(owed()).isEqualTo(60);
        refused(
                new ProposeSettlement(OTHER, BEN, ANA_PARTY, euros(40), euros(40), ZoneOffset.UTC),
                LedgerRefusal.INVALID_AMOUNT);
    }

    @Test
    void a_stranger_settles_nothing() {
        done(propose(ID, BEN, 10));
        refused(new ConfirmSettlement(ID, CEM), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        refused(new RejectSettlement(ID, CEM), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        refused(new WithdrawSettlement(ID, CEM), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        refused(
                new ProposeSettlement(OTHER, BEN, BEN_PARTY, euros(1), null, ZoneOffset.UTC),
                LedgerRefusal.NOT_ONESELF);
        refused(
                new ProposeSettlement(OTHER, BEN, Party.user(new UserId("dan")), euros(1), null, ZoneOffset.UTC),
                FriendshipRefusal.FRIEND_NOT_FOUND);
    }

    @Test
    void what_is_still_owed_is_settled_also_by_friends_no_more() {
        ledger.estrange(BEN);
        done(propose(ID, BEN, 60));
        done(new ConfirmSettlement(ID, ANA));
        done(propose(OTHER, ANA, 40));
        done(new ConfirmSettlement(OTHER, BEN));
        assertThat(owed()).isZero();
        refused(propose(new SettlementId(new UUID(9, 3)), BEN, 1), FriendshipRefusal.FRIEND_NOT_FOUND);
        refused(
                new ProposeSettlement(
                        new SettlementId(new UUID(9, 4)),
                        BEN,
                        ANA_PARTY,
                        new Money(1, Currency.getInstance("USD")),
                        null,
                        ZoneOffset.UTC),
                FriendshipRefusal.FRIEND_NOT_FOUND);
    }

    private static ProposeSettlement propose(SettlementId id, UserId by, long amount) {
        return new ProposeSettlement(
                id, by, by.equals(ANA) ? BEN_PARTY : ANA_PARTY, euros(amount), null, ZoneOffset.UTC);
    }

    private static Money euros(long amount) {
        return new Money(amount * 100, EUR);
    }

    /** To Ana, by Ben, in whole euros. */
    private long owed() {
        return ledger.log()
                        .filter(EntryPosted.class::isInstance)
                        .map(EntryPosted.class::cast)
                        .mapToLong(entry -> (entry.creditor().equals(ANA_PARTY) ? 1 : -1)
                                * entry.amount().minor())
                        .sum()
                / 100;
    }

    private void done(Object command) {
        assertThat(ledger.send(command)).as(command.toString()).isNull();
    }

    private void refused(Object command, RefusalReason reason) {
        Refusal refusal = ledger.send(command);
        assertThat(refusal)
                .as(command.toString())
                .isNotNull()
                .extracting(Refusal::reason)
                .isEqualTo(reason);
    }
}

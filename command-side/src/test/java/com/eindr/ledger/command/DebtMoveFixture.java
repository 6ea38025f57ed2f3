package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtMoveCommand.AcceptDebtMove;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Ana, who has noted down debts with a contact, and friends who may have been the contact. */
abstract class DebtMoveFixture {
    static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    static final UserId ANA = new UserId("ana");
    static final UserId BEN = new UserId("ben");
    static final UserId CEM = new UserId("cem");
    static final String NAME = "Ben from the bakery";
    static final Party CONTACT = Party.contactOf(ANA, NAME);
    static final Currency EUR = Currency.getInstance("EUR");
    static final Currency USD = Currency.getInstance("USD");
    static final Currency PKR = Currency.getInstance("PKR");
    static final DebtMoveId ID = new DebtMoveId(new UUID(8, 1));
    static final DebtMoveId OTHER = new DebtMoveId(new UUID(8, 2));
    static final DebtId LENT = new DebtId(new UUID(7, 1));

    final MovingClock clock = new MovingClock(NOON);
    InMemoryLedger ledger = new InMemoryLedger(clock, Entitled.to(Plan.ELITE), ANA, BEN, CEM);
    int debts;

    @BeforeEach
    void ana_has_lent_a_contact_thirty_euros_and_borrowed_five_dollars() {
        done(new RecordDebt(LENT, ANA, CONTACT, DebtDirection.OWED_TO_ME, money(30, EUR), null, null, ZoneOffset.UTC));
        record(DebtDirection.I_OWE, money(5, USD));
    }

    DebtId record(DebtDirection direction, Money amount) {
        DebtId id = new DebtId(new UUID(6, ++debts));
        done(new RecordDebt(id, ANA, CONTACT, direction, amount, null, null, ZoneOffset.UTC));
        return id;
    }

    void settle(int euros) {
        done(new ProposeSettlement(
                new SettlementId(new UUID(9, 9)), ANA, CONTACT, money(euros, EUR), null, ZoneOffset.UTC));
    }

    static ProposeDebtMove propose(DebtMoveId id, UserId friend) {
        return new ProposeDebtMove(id, ANA, NAME, friend, Set.of(EUR, USD));
    }

    static AcceptDebtMove accept(DebtMoveId id, UserId by) {
        return new AcceptDebtMove(id, by, ZoneOffset.UTC);
    }

    static Money money(long whole, Currency currency) {
        return new Money(whole * 100, currency);
    }

    List<EntryPosted> moved() {
        return entries().stream()
                .filter(entry -> entry.cause() == EntryCause.MOVE)
                .toList();
    }

    /** To Ana by the other, in minor units. */
    long owed(Party other, Currency currency) {
        return entries().stream()
                .filter(entry -> entry.amount().currency().equals(currency))
                .mapToLong(entry -> entry.debtor().equals(other)
                        ? entry.amount().minor()
                        : entry.creditor().equals(other) ? -entry.amount().minor() : 0)
                .sum();
    }

    List<EntryPosted> entries() {
        return ledger.log()
                .filter(EntryPosted.class::isInstance)
                .map(EntryPosted.class::cast)
                .toList();
    }

    void done(Object command) {
        assertThat(ledger.send(command)).as(command.toString()).isNull();
    }

    Refusal refused(Object command, RefusalReason reason) {
        Refusal refusal = Objects.requireNonNull(ledger.send(command), () -> "done: " + command);
        assertThat(refusal.reason()).isEqualTo(reason);
        return refusal;
    }
}

package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.AcceptDebt;
import com.eindr.ledger.DebtCommand.DisputeDebt;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.PairAccountEvent;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ConfirmSettlement;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementCommand.RejectSettlement;
import com.eindr.ledger.SettlementCommand.ReverseSettlement;
import com.eindr.ledger.SettlementCommand.WithdrawSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Three friends, each with a contact besides, do anything in two currencies, and a naive ledger says what must come of it. */
class LedgerModelTest {
    private static final List<UserId> PEOPLE = List.of(new UserId("ana"), new UserId("ben"), new UserId("cem"));
    private static final List<Currency> CURRENCIES = List.of(Currency.getInstance("EUR"), Currency.getInstance("JPY"));
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    /** What somebody does: to the thing of this number, where it is about one. */
    record Deed(What what, int who, int other, int currency, int number, int amount) {}

    enum What {
        LEND,
        BORROW,
        ACCEPT,
        DISPUTE,
        REVERSE,
        PROPOSE,
        CONFIRM,
        REJECT,
        WITHDRAW,
        REVERSE_SETTLEMENT
    }

    @Property(tries = 150)
    void the_ledger_agrees_with_a_naive_one(@ForAll("deeds") @Size(max = 60) List<Deed> deeds) {
        InMemoryLedger ledger = ledger();
        NaiveLedger naive = new NaiveLedger(PEOPLE.get(2));
        for (Deed deed : deeds) {
            Object command = command(deed);
            Refusal refusal = ledger.send(command);
            assertThat(refusal == null).as("%s: %s", command, refusal).isEqualTo(naive.allows(command));
            Map<String, Long> balances = balances(ledger);
            assertThat(balances).isEqualTo(naive.balances());
            assertThat(sum(balances)).isEmpty();
        }
        foldsAgreeWithSnapshots(ledger);
    }

    @Property(tries = 60)
    void debts_come_to_the_same_in_any_order(@ForAll("orders") Tuple.Tuple2<List<Deed>, List<Deed>> orders) {
        assertThat(balances(after(orders.get1()))).isEqualTo(balances(after(orders.get2())));
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return deed(Arbitraries.of(What.class)).list().ofMaxSize(60);
    }

    /** Debts with one's own number each, accepted at once: they commute. */
    @Provide
    Arbitrary<Tuple.Tuple2<List<Deed>, List<Deed>>> orders() {
        return deed(Arbitraries.of(What.LEND, What.BORROW))
                .list()
                .ofMaxSize(20)
                .uniqueElements(Deed::number)
                .flatMap(deeds -> Arbitraries.shuffle(deeds).map(shuffled -> Tuple.of(deeds, shuffled)));
    }

    private static Arbitrary<Deed> deed(Arbitrary<What> what) {
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 9))
                .as(Deed::new);
    }

    private static InMemoryLedger after(List<Deed> deeds) {
        InMemoryLedger ledger = ledger();
        PEOPLE.forEach(person -> ledger.permit(person, Permission.ALLOW));
        deeds.forEach(deed -> ledger.send(command(deed)));
        return ledger;
    }

    /** Cem lets everybody record debts; the other two want to be asked. */
    private static InMemoryLedger ledger() {
        InMemoryLedger ledger = new InMemoryLedger(
                Clock.fixed(NOON, ZoneOffset.UTC), Entitled.to(Plan.ELITE), PEOPLE.toArray(new UserId[0]));
        ledger.permit(PEOPLE.get(2), Permission.ALLOW);
        return ledger;
    }

    private static Object command(Deed deed) {
        UserId by = PEOPLE.get(deed.who());
        Party other = deed.other() < PEOPLE.size() ? Party.user(PEOPLE.get(deed.other())) : Party.contactOf(by, "Dan");
        Money amount = new Money(deed.amount(), CURRENCIES.get(deed.currency()));
        DebtId debt = new DebtId(new UUID(1, deed.number()));
        SettlementId settlement = new SettlementId(new UUID(2, deed.number()));
        return switch (deed.what()) {
            case LEND -> record(debt, by, other, DebtDirection.OWED_TO_ME, amount);
            case BORROW -> record(debt, by, other, DebtDirection.I_OWE, amount);
            case ACCEPT -> new AcceptDebt(debt, by);
            case DISPUTE -> new DisputeDebt(debt, by, null);
            case REVERSE -> new ReverseDebt(debt, by, null);
            case PROPOSE -> new ProposeSettlement(settlement, by, other, amount, null, ZoneOffset.UTC);
            case CONFIRM -> new ConfirmSettlement(settlement, by);
            case REJECT -> new RejectSettlement(settlement, by);
            case WITHDRAW -> new WithdrawSettlement(settlement, by);
            case REVERSE_SETTLEMENT -> new ReverseSettlement(settlement, by, null);
        };
    }

    private static RecordDebt record(DebtId id, UserId by, Party other, DebtDirection direction, Money amount) {
        return new RecordDebt(id, by, other, direction, amount, null, null, ZoneOffset.UTC);
    }

    /** What each is owed by each, in each currency, where it is not nothing; from the log. */
    private static Map<String, Long> balances(InMemoryLedger ledger) {
        Map<String, Long> balances = new HashMap<>();
        ledger.log()
                .filter(EntryPosted.class::isInstance)
                .map(EntryPosted.class::cast)
                .forEach(entry -> {
                    long minor = entry.amount().minor();
                    NaiveLedger.add(
                            balances,
                            entry.creditor(),
                            entry.debtor(),
                            entry.amount().currency(),
                            minor);
                });
        return balances;
    }

    private static Map<String, Long> sum(Map<String, Long> balances) {
        Map<String, Long> sums = new HashMap<>();
        balances.forEach((key, minor) -> sums.merge(key.substring(0, 3), minor, Long::sum));
        sums.values().removeIf(minor -> minor == 0);
        return sums;
    }

    /** Every account, restored from a snapshot of itself, is the same account. */
    private static void foldsAgreeWithSnapshots(InMemoryLedger ledger) {
        Map<PairAccountId, PairAccount> accounts = new HashMap<>();
        ledger.log()
                .filter(PairAccountEvent.class::isInstance)
                .map(PairAccountEvent.class::cast)
                .forEach(event -> accounts.computeIfAbsent(event.accountId(), fresh -> new PairAccount())
                        .on(event));
        accounts.values().forEach(account -> {
            PairAccount restored = new PairAccount();
            restored.on(account.snapshot());
            assertThat(restored.snapshot()).isEqualTo(account.snapshot());
        });
    }
}

package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtMoveCommand.AcceptDebtMove;
import com.eindr.ledger.DebtMoveCommand.DisputeDebtMove;
import com.eindr.ledger.DebtMoveCommand.ExpireDebtMove;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveCommand.WithdrawDebtMove;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.PairAccountEvent;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.ledger.command.NaiveMoves.Line;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Ana does anything with two contacts and two friends in two currencies, and sums say what must come of it. */
class DebtMoveModelTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final UserId ANA = new UserId("ana");
    private static final List<UserId> FRIENDS = List.of(new UserId("ben"), new UserId("cem"));
    private static final List<String> CONTACTS = List.of("Ben from the bakery", "The butcher");
    private static final List<Currency> CURRENCIES = List.of(Currency.getInstance("EUR"), Currency.getInstance("JPY"));
    private static final Duration LONG = Duration.ofDays(4);

    /** What somebody does: to the thing of this number, where it is about one. */
    record Deed(What what, int other, int friend, int currencies, int number, int amount) {}

    enum What {
        LEND,
        BORROW,
        LEND_FRIEND,
        REVERSE,
        PAY,
        PROPOSE,
        ACCEPT,
        DISPUTE,
        WITHDRAW,
        EXPIRE,
        WAIT
    }

    @Property(tries = 200)
    void the_ledger_agrees_with_the_sums(@ForAll("deeds") @Size(max = 80) List<Deed> deeds) {
        MovingClock clock = new MovingClock(NOON);
        InMemoryLedger ledger =
                new InMemoryLedger(clock, Entitled.to(Plan.ELITE), ANA, FRIENDS.getFirst(), FRIENDS.getLast());
        FRIENDS.forEach(friend -> ledger.permit(friend, Permission.ALLOW));
        NaiveMoves naive = new NaiveMoves();
        for (Deed deed : deeds) {
            clock.advance(deed.what() == What.WAIT ? LONG : Duration.ofSeconds(1));
            if (deed.what() == What.WAIT) {
                continue;
            }
            Map<Currency, Long> totals = totals(balances(ledger));
            Object command = command(deed);
            Refusal refusal = ledger.send(command);
            assertThat(refusal == null)
                    .as("%s: %s", command, refusal)
                    .isEqualTo(naive.allows(command, clock.instant()));
            assertThat(balances(ledger)).isEqualTo(naive.owed());
            if (command instanceof AcceptDebtMove) {
                assertThat(totals(balances(ledger))).isEqualTo(totals);
            }
        }
        foldsAgreeWithSnapshots(ledger);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 9))
                .as(Deed::new)
                .list()
                .ofMaxSize(80);
    }

    private static Object command(Deed deed) {
        UserId friend = FRIENDS.get(deed.friend());
        String name = CONTACTS.get(deed.other());
        Party contact = Party.contactOf(ANA, name);
        Money amount = new Money(deed.amount(), CURRENCIES.get(deed.currencies() % 2));
        DebtId debt = new DebtId(new UUID(1, deed.number()));
        DebtMoveId move = new DebtMoveId(new UUID(2, deed.number()));
        return switch (deed.what()) {
            case LEND -> record(debt, contact, DebtDirection.OWED_TO_ME, amount);
            case BORROW -> record(debt, contact, DebtDirection.I_OWE, amount);
            case LEND_FRIEND -> record(debt, Party.user(friend), DebtDirection.OWED_TO_ME, amount);
            case REVERSE -> new ReverseDebt(debt, ANA, null);
            case PAY ->
                new ProposeSettlement(new SettlementId(UUID.randomUUID()), ANA, contact, amount, null, ZoneOffset.UTC);
            case PROPOSE -> new ProposeDebtMove(move, ANA, name, friend, some(deed.currencies()));
            case ACCEPT -> new AcceptDebtMove(move, friend, ZoneOffset.UTC);
            case DISPUTE -> new DisputeDebtMove(move, friend, null);
            case WITHDRAW -> new WithdrawDebtMove(move, ANA);
            case EXPIRE -> new ExpireDebtMove(move);
            case WAIT -> throw new IllegalArgumentException("nobody does anything");
        };
    }

    private static RecordDebt record(DebtId id, Party other, DebtDirection direction, Money amount) {
        return new RecordDebt(id, ANA, other, direction, amount, null, null, ZoneOffset.UTC);
    }

    /** The first, the second or both. */
    private static Set<Currency> some(int which) {
        Set<Currency> some = new HashSet<>();
        for (int i = 0; i < CURRENCIES.size(); i++) {
            if ((which & (1 << i)) != 0) {
                some.add(CURRENCIES.get(i));
            }
        }
        return some;
    }

    /** What each owes Ana, where it is not nothing; from the log. */
    private static Map<Line, Long> balances(InMemoryLedger ledger) {
        Map<Line, Long> balances = new HashMap<>();
        ledger.log()
                .filter(EntryPosted.class::isInstance)
                .map(EntryPosted.class::cast)
                .forEach(entry -> {
                    boolean owedToAna = entry.creditor().isUser(ANA);
                    Party other = owedToAna ? entry.debtor() : entry.creditor();
                    long minor = entry.amount().minor();
                    balances.merge(new Line(other, entry.amount().currency()), owedToAna ? minor : -minor, Long::sum);
                });
        balances.values().removeIf(minor -> minor == 0);
        return balances;
    }

    private static Map<Currency, Long> totals(Map<Line, Long> balances) {
        Map<Currency, Long> totals = new HashMap<>();
        balances.forEach((line, minor) -> totals.merge(line.currency(), minor, Long::sum));
        totals.values().removeIf(minor -> minor == 0);
        return totals;
    }

    private static void foldsAgreeWithSnapshots(InMemoryLedger ledger) {
        Map<PairAccountId, PairAccount> accounts = new HashMap<>();
        ledger.log()
                .filter(PairAccountEvent.class::isInstance)
                .map(PairAccountEvent.class::cast)
                .forEach(event -> accounts.computeIfAbsent(event.accountId(), id -> new PairAccount())
                        .on(event));
        accounts.values().forEach(account -> {
            PairAccount restored = new PairAccount();
            restored.on(account.snapshot());
            assertThat(restored.snapshot()).isEqualTo(account.snapshot());
        });
    }
}

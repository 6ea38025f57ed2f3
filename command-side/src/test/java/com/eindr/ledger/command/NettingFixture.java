package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.NettingTerms;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Three friends who owe each other in a circle, and what is asked of the ledger about them. */
abstract class NettingFixture {
    static final UserId ANA = new UserId("ana");
    static final UserId BEN = new UserId("ben");
    static final UserId CEM = new UserId("cem");
    static final UserId EVE = new UserId("eve");
    static final List<UserId> CIRCLE = List.of(ANA, BEN, CEM);
    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    static final NettingId ID = new NettingId(new UUID(5, 1));
    static final NettingTerms TERMS = new NettingTerms(ANA, CIRCLE, euros(20), true);

    final MovingClock clock = new MovingClock(NOON);
    final InMemoryLedger ledger = new InMemoryLedger(clock, Entitled.to(Plan.ELITE), ANA, BEN, CEM, EVE);
    int debts;

    @BeforeEach
    void ana_owes_ben_50_who_owes_cem_30_who_owes_ana_20() {
        List.of(ANA, BEN, CEM, EVE).forEach(person -> ledger.permit(person, Permission.ALLOW));
        owe(ANA, BEN, 50);
        owe(BEN, CEM, 30);
        owe(CEM, ANA, 20);
    }

    static ProposeNetting propose(UserId by, long amount) {
        return new ProposeNetting(ID, by, CIRCLE, euros(amount), EUR);
    }

    void owe(UserId debtor, UserId creditor, long amount) {
        done(debt(debts++, debtor, creditor, amount));
    }

    /** As the creditor says, and the debtor lets them. */
    static RecordDebt debt(int number, UserId debtor, UserId creditor, long amount) {
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

    void settle(UserId payer, UserId payee, long amount) {
        done(new ProposeSettlement(
                new SettlementId(new UUID(9, 1)), payer, Party.user(payee), euros(amount), null, ZoneOffset.UTC));
    }

    static Money euros(long amount) {
        return new Money(amount * 100, EUR);
    }

    /** What Ana owes Ben, Ben owes Cem, and Cem owes Ana, in whole euros. */
    List<Integer> owes() {
        return List.of(owed(ANA, BEN), owed(BEN, CEM), owed(CEM, ANA));
    }

    int owed(UserId debtor, UserId creditor) {
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

    void done(Object command) {
        assertThat(ledger.send(command)).as(command.toString()).isNull();
    }

    void refused(Object command, RefusalReason reason) {
        @Nullable Refusal refusal = ledger.send(command);
        assertThat(refusal)
                .as(command.toString())
                .isNotNull()
                .extracting(Refusal::reason)
                .isEqualTo(reason);
    }
}

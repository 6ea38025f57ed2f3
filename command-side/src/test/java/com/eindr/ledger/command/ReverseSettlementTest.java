package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.ledger.DebtCommand.AcceptDebt;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtMoveCommand.AcceptDebtMove;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ConfirmSettlement;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementCommand.ReverseSettlement;
import com.eindr.ledger.SettlementEvent.SettlementReversed;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given that Ana's contact Dan owed her a hundred and paid forty of it, what becomes of the payment. */
class ReverseSettlementTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final Party DAN = Party.contactOf(ANA, "Dan");
    private static final Party ANA_PARTY = Party.user(ANA);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final SettlementId ID = new SettlementId(new UUID(9, 1));
    private static final SettlementId OTHER = new SettlementId(new UUID(9, 2));

    private final MovingClock clock = new MovingClock(NOON);
    private final InMemoryLedger ledger = new InMemoryLedger(clock, Entitled.to(Plan.ELITE), ANA, BEN);

    @BeforeEach
    void dan_has_paid_forty_of_a_hundred() {
        done(lent(1, DAN));
        done(paid(ID, DAN, 40));
        assertThat(owedBy(DAN)).isEqualTo(60);
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void what_was_owed_is_owed_again_by_an_entry_the_other_way() {
        done(new ReverseSettlement(ID, ANA, "It was Eve"));
        assertThat(owedBy(DAN)).isEqualTo(100);
        assertThat(ledger.events(ID))
                .last()
                .isEqualTo(new SettlementReversed(ID, ANA, DAN, "It was Eve", clock.instant()));
        assertThat(ledger.log().filter(EntryPosted.class::isInstance).map(EntryPosted.class::cast))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.cause()).isEqualTo(EntryCause.SETTLEMENT_REVERSAL);
                    assertThat(entry.causeId()).isEqualTo(ID.value());
                    assertThat(entry.debtor()).isEqualTo(DAN);
                    assertThat(entry.amount()).isEqualTo(euros(40));
                    assertThat(entry.occurredAt()).isEqualTo(NOON);
                    assertThat(entry.postedAt()).isEqualTo(clock.instant());
                });
    }

    @Test
    void once_is_enough_and_the_same_can_be_paid_again() {
        done(new ReverseSettlement(ID, ANA, null));
        done(new ReverseSettlement(ID, ANA, "once more"));
        assertThat(owedBy(DAN)).isEqualTo(100);
        done(paid(OTHER, DAN, 100));
        assertThat(owedBy(DAN)).isZero();
    }

    @Test
    void what_two_have_settled_is_not_undone_by_one_of_them() {
        Party ben = Party.user(BEN);
        done(lent(2, ben));
        done(new AcceptDebt(new DebtId(new UUID(7, 2)), BEN));
        done(paid(OTHER, ben, 40));
        refused(new ReverseSettlement(OTHER, ANA, null), LedgerRefusal.SETTLEMENT_OF_TWO);
        done(new ConfirmSettlement(OTHER, BEN));
        refused(new ReverseSettlement(OTHER, ANA, null), LedgerRefusal.SETTLEMENT_OF_TWO);
        refused(new ReverseSettlement(OTHER, BEN, null), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        assertThat(owedBy(ben)).isEqualTo(60);
    }

    @Test
    void nobody_else_undoes_it_and_no_reason_has_control_characters() {
        refused(new ReverseSettlement(ID, BEN, null), LedgerRefusal.SETTLEMENT_NOT_FOUND);
        refused(new ReverseSettlement(ID, ANA, "a\u0000b"), LedgerRefusal.INVALID_NOTE);
        assertThat(owedBy(DAN)).isEqualTo(60);
    }

    @Test
    void what_was_moved_to_a_friend_with_everything_is_not_undone_with_the_contact() {
        DebtMoveId move = new DebtMoveId(new UUID(5, 1));
        done(new ProposeDebtMove(move, ANA, "Dan", BEN, Set.of(EUR)));
        done(new AcceptDebtMove(move, BEN, ZoneOffset.UTC));
        refused(new ReverseSettlement(ID, ANA, null), LedgerRefusal.DEBT_MOVED);
        assertThat(owedBy(DAN)).isZero();
    }

    private static RecordDebt lent(int number, Party to) {
        return new RecordDebt(
                new DebtId(new UUID(7, number)),
                ANA,
                to,
                DebtDirection.OWED_TO_ME,
                euros(100),
                null,
                null,
                ZoneOffset.UTC);
    }

    private static ProposeSettlement paid(SettlementId id, Party by, long amount) {
        return new ProposeSettlement(id, ANA, by, euros(amount), null, ZoneOffset.UTC);
    }

    private static Money euros(long amount) {
        return new Money(amount * 100, EUR);
    }

    /** To Ana, in whole euros. */
    private long owedBy(Party party) {
        return ledger.log()
                        .filter(EntryPosted.class::isInstance)
                        .map(EntryPosted.class::cast)
                        .filter(entry ->
                                entry.creditor().equals(party) || entry.debtor().equals(party))
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

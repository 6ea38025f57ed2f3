package com.eindr.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.friendship.Permission;
import com.eindr.ledger.BalanceView;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtEvent.DebtAccepted;
import com.eindr.ledger.DebtEvent.DebtDisputed;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtEvent.DebtReversed;
import com.eindr.ledger.DebtEvent.DebtWithdrawn;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.EntryView;
import com.eindr.ledger.LedgerQuery.BalancesOf;
import com.eindr.ledger.LedgerQuery.PastBalancesOf;
import com.eindr.ledger.LedgerQuery.StatementOf;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the read models make of random lives of debts. */
class LedgerProjectionsTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final List<String> TABLES = List.of("debt", "ledger_entry", "ledger_balance");
    private static final int LIVES = 150;

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();
    private final Random luck = new Random(7);

    @Test
    void the_same_events_make_the_same_tables_however_they_are_batched() {
        live();
        Set<String> digests = new HashSet<>();
        for (int batch : new int[] {1, 7, 1_000}) {
            models.clear();
            models.handle(log.all(), batch);
            digests.add(models.digest(TABLES));
        }
        assertThat(digests).hasSize(1);
    }

    @Test
    void all_entries_come_to_nothing_at_every_position_of_the_log() {
        live();
        models.handle(log.all(), 100);
        assertThat(models.jdbc()
                        .queryForList(
                                "SELECT DISTINCT sum(amount) FROM ledger_entry WHERE standing = 'NET'"
                                        + " GROUP BY position, currency",
                                Long.class))
                .containsExactly(0L);
        assertThat(models.jdbc().queryForObject("SELECT sum(net) FROM ledger_balance", Long.class))
                .isZero();
        assertThat(models.jdbc().queryForObject("SELECT count(*) FROM ledger_entry", Long.class))
                .isGreaterThan(LIVES);
    }

    @Test
    void what_is_kept_is_what_the_entries_come_to() {
        live();
        models.handle(log.all(), 100);
        for (int i = 0; i < 4; i++) {
            UserId user = user(i);
            List<BalanceView> kept =
                    models.slice(new BalancesOf(user), BalanceView.class).items();
            assertThat(kept)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            models.slice(new PastBalancesOf(user, null, null, null), BalanceView.class)
                                    .items());
            assertThat(kept)
                    .allSatisfy(balance -> assertThat(lastOf(user, balance)).isEqualTo(balance.net()));
        }
    }

    /** The balance that the latest line of the statement shows; nothing where there is none. */
    private Money lastOf(UserId user, BalanceView balance) {
        String other = balance.counterparty().isUser()
                ? balance.counterparty().userId().value()
                : balance.counterparty().contact();
        return models
                .slice(
                        new StatementOf(user, other, balance.net().currency(), new SliceRequest(1, null)),
                        EntryView.class)
                .items()
                .stream()
                .map(EntryView::balance)
                .findFirst()
                .orElse(new Money(0, balance.net().currency()));
    }

    private void live() {
        for (int i = 0; i < LIVES; i++) {
            life(new DebtId(new UUID(i + 1, luck.nextInt(1_000))));
        }
    }

    private void life(DebtId id) {
        UserId by = user(luck.nextInt(4));
        Party other = luck.nextInt(3) == 0
                ? Party.contactOf(by, "Cem " + luck.nextInt(2))
                : Party.user(user((Integer.parseInt(by.value().substring(4)) + 1 + luck.nextInt(3)) % 4));
        DebtRecorded fact = new DebtRecorded(
                id,
                by,
                other,
                luck.nextBoolean() ? DebtDirection.I_OWE : DebtDirection.OWED_TO_ME,
                new Money(luck.nextInt(1, 1_000), Currency.getInstance(luck.nextBoolean() ? "EUR" : "JPY")),
                null,
                permission(other),
                DAY,
                NOON,
                NOON);
        if (fact.isAcceptedAtOnce()) {
            post(fact, EntryCause.DEBT);
            log.append(id, fact);
            log.append(id, new DebtAccepted(id, by, other, false, NOON));
        } else {
            log.append(id, fact);
        }
        switch (luck.nextInt(5)) {
            case 0 -> {
                if (fact.isAcceptedAtOnce()) {
                    post(fact, EntryCause.REVERSAL);
                    log.append(id, new DebtReversed(id, by, other, null, NOON));
                } else {
                    log.append(id, new DebtWithdrawn(id, by, other, fact.isDelivered(), null, NOON));
                }
            }
            case 1 -> {
                if (fact.permission() == Permission.ALLOW) {
                    post(fact, EntryCause.DISPUTE);
                }
                if (fact.permission() == Permission.ALLOW || fact.permission() == Permission.ASK) {
                    log.append(id, new DebtDisputed(id, by, other, "no", NOON));
                }
            }
            case 2 -> {
                if (fact.permission() == Permission.ASK) {
                    post(fact, EntryCause.DEBT);
                    log.append(id, new DebtAccepted(id, by, other, true, NOON));
                }
            }
            default -> {}
        }
    }

    private @Nullable Permission permission(Party other) {
        return other.isUser()
                ? List.of(Permission.ASK, Permission.ALLOW, Permission.DENY).get(luck.nextInt(3))
                : null;
    }

    private void post(DebtRecorded fact, EntryCause cause) {
        boolean undoes = cause != EntryCause.DEBT;
        Party debtor = undoes ? fact.creditor() : fact.debtor();
        Party creditor = undoes ? fact.debtor() : fact.creditor();
        PairAccountId account = PairAccountId.of(debtor, creditor, fact.amount().currency());
        log.append(
                account,
                new EntryPosted(
                        account,
                        debtor,
                        creditor,
                        fact.amount(),
                        cause,
                        fact.debtId().value(),
                        DAY,
                        NOON,
                        NOON));
    }

    private static UserId user(int number) {
        return new UserId("user" + number);
    }
}

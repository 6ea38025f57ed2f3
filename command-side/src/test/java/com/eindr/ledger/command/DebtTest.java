package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountRefusal;
import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.AcceptDebt;
import com.eindr.ledger.DebtCommand.DisputeDebt;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtEvent.DebtAccepted;
import com.eindr.ledger.DebtEvent.DebtDisputed;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtEvent.DebtReversed;
import com.eindr.ledger.DebtEvent.DebtWithdrawn;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Given two friends, what becomes of what one says that the other owes; with the accounts in which it is posted. */
class DebtTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CEM = new UserId("cem");
    private static final Currency PKR = Currency.getInstance("PKR");
    private static final Money RENT = new Money(500_000, PKR);
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final DebtId ID = new DebtId(new UUID(7, 1));
    private static final Party ANA_PARTY = Party.user(ANA);
    private static final Party BEN_PARTY = Party.user(BEN);

    private InMemoryLedger ledger = on(Plan.ELITE);

    @Test
    void a_debt_with_a_friend_waits_for_their_answer() {
        done(record(BEN_PARTY));
        assertThat(ledger.events(ID)).singleElement().isInstanceOfSatisfying(DebtRecorded.class, fact -> {
            assertThat(fact.permission()).isEqualTo(Permission.ASK);
            assertThat(fact.occurredOn()).isEqualTo(LocalDate.of(2026, 12, 1));
            assertThat(fact.occurredAt()).isEqualTo(NOON);
        });
        assertThat(entries()).isZero();
    }

    @Test
    void what_is_accepted_is_posted_in_the_same_commit_and_once() {
        done(record(BEN_PARTY));
        done(new AcceptDebt(ID, BEN));
        done(new AcceptDebt(ID, BEN));
        assertThat(ledger.log())
                .satisfiesExactly(
                        recorded -> assertThat(recorded).isInstanceOf(DebtRecorded.class),
                        posted -> assertThat(posted)
                                .isEqualTo(new EntryPosted(
                                        PairAccountId.of(BEN_PARTY, ANA_PARTY, PKR),
                                        BEN_PARTY,
                                        ANA_PARTY,
                                        RENT,
                                        EntryCause.DEBT,
                                        ID.value(),
                                        LocalDate.of(2026, 12, 1),
                                        NOON,
                                        NOON)),
                        accepted -> assertThat(accepted).isEqualTo(new DebtAccepted(ID, ANA, BEN_PARTY, true, NOON)));
    }

    @Test
    void a_friend_who_allows_it_has_it_at_once_and_may_dispute_it_since_nobody_asked() {
        ledger.permit(BEN, Permission.ALLOW);
        done(record(BEN_PARTY));
        assertThat(ledger.events(ID)).last().isEqualTo(new DebtAccepted(ID, ANA, BEN_PARTY, false, NOON));
        done(new DisputeDebt(ID, BEN, "never"));
        done(new DisputeDebt(ID, BEN, "never"));
        assertThat(ledger.events(ID)).last().isEqualTo(new DebtDisputed(ID, ANA, BEN_PARTY, "never", NOON));
        assertThat(owed()).isZero();
        done(new AcceptDebt(ID, BEN));
        assertThat(owed()).isEqualTo(RENT.minor());
        refused(new DisputeDebt(ID, BEN, null), LedgerRefusal.DEBT_SETTLED);
    }

    @Test
    void a_mere_contact_is_not_asked() {
        Party contact = Party.contactOf(ANA, "Cem");
        done(record(contact));
        assertThat(ledger.events(ID)).hasSize(2);
        done(new ReverseDebt(ID, ANA, "a present"));
        done(new ReverseDebt(ID, ANA, "a present"));
        assertThat(ledger.events(ID)).last().isEqualTo(new DebtReversed(ID, ANA, contact, "a present", NOON));
        assertThat(ledger.log().filter(EntryPosted.class::isInstance)).hasSize(2);
        refused(new AcceptDebt(ID, ANA), LedgerRefusal.DEBT_NOT_FOUND);
        refused(new DisputeDebt(ID, ANA, null), LedgerRefusal.DEBT_NOT_FOUND);
    }

    @Test
    void what_is_denied_looks_like_silence() {
        ledger.permit(BEN, Permission.DENY);
        done(record(BEN_PARTY));
        refused(new AcceptDebt(ID, BEN), LedgerRefusal.DEBT_NOT_FOUND);
        refused(new DisputeDebt(ID, BEN, null), LedgerRefusal.DEBT_NOT_FOUND);
        done(new ReverseDebt(ID, ANA, null));
        assertThat(ledger.events(ID)).last().isInstanceOfSatisfying(DebtWithdrawn.class, withdrawn -> {
            assertThat(withdrawn.isSeenBy(ANA)).isTrue();
            assertThat(withdrawn.isSeenBy(BEN)).isFalse();
        });
    }

    @Test
    void a_disputed_debt_can_be_accepted_or_taken_back() {
        done(record(BEN_PARTY));
        done(new DisputeDebt(ID, BEN, "I paid"));
        assertThat(entries()).isZero();
        done(new ReverseDebt(ID, ANA, "true"));
        assertThat(ledger.events(ID)).last().isEqualTo(new DebtWithdrawn(ID, ANA, BEN_PARTY, true, "true", NOON));
        refused(new AcceptDebt(ID, BEN), LedgerRefusal.DEBT_SETTLED);
        refused(new DisputeDebt(ID, BEN, null), LedgerRefusal.DEBT_SETTLED);
    }

    @Test
    void a_debt_that_counts_is_reversed_by_an_entry_the_other_way() {
        done(record(BEN_PARTY));
        done(new AcceptDebt(ID, BEN));
        refused(new DisputeDebt(ID, BEN, null), LedgerRefusal.DEBT_SETTLED);
        refused(new ReverseDebt(ID, BEN, null), LedgerRefusal.DEBT_NOT_FOUND);
        done(new ReverseDebt(ID, ANA, null));
        assertThat(entries()).isEqualTo(2);
        assertThat(owed()).isZero();
        refused(new AcceptDebt(ID, BEN), LedgerRefusal.DEBT_SETTLED);
    }

    @Test
    void a_stranger_is_told_that_there_is_no_such_debt() {
        done(record(BEN_PARTY));
        refused(new AcceptDebt(ID, CEM), LedgerRefusal.DEBT_NOT_FOUND);
        refused(new AcceptDebt(ID, ANA), LedgerRefusal.DEBT_NOT_FOUND);
        refused(new DisputeDebt(ID, CEM, null), LedgerRefusal.DEBT_NOT_FOUND);
        refused(new ReverseDebt(ID, CEM, null), LedgerRefusal.DEBT_NOT_FOUND);
    }

    @Test
    void nobody_owes_themselves_or_a_stranger() {
        refused(record(ANA_PARTY), LedgerRefusal.NOT_ONESELF);
        refused(record(Party.user(new UserId("nobody"))), FriendshipRefusal.FRIEND_NOT_FOUND);
        ledger.estrange(BEN);
        refused(record(BEN_PARTY), FriendshipRefusal.FRIEND_NOT_FOUND);
    }

    @Test
    void what_is_owed_stays_owed_between_those_who_are_friends_no_more() {
        done(record(BEN_PARTY));
        ledger.estrange(BEN);
        done(new AcceptDebt(ID, BEN));
        done(new ReverseDebt(ID, ANA, null));
    }

    @Test
    void a_plan_that_creates_nothing_new_records_no_debts() {
        ledger = on(Plan.EXPIRED);
        refused(record(BEN_PARTY), AccountRefusal.PLAN_LOCKED);
        refused(record(Party.contactOf(ANA, "Cem")), AccountRefusal.PLAN_LOCKED);
        ledger = on(Plan.STARTER);
        done(record(Party.contactOf(ANA, "Cem")));
        Refusal locked = ledger.send(new RecordDebt(
                new DebtId(new UUID(7, 2)), ANA, BEN_PARTY, DebtDirection.I_OWE, RENT, null, null, KARACHI));
        assertThat(locked).isNotNull();
        assertThat(locked.facts()).containsEntry("requiredPlan", "PRO");
    }

    @Test
    void days_are_those_of_the_recorder_and_never_in_the_future() {
        done(on(LocalDate.of(2026, 11, 30), 2));
        assertThat(ledger.events(new DebtId(new UUID(7, 2))).getFirst())
                .isInstanceOfSatisfying(
                        DebtRecorded.class,
                        fact -> assertThat(fact.occurredAt()).isEqualTo(Instant.parse("2026-11-29T19:00:00Z")));
        refused(on(LocalDate.of(2026, 12, 2), 3), LedgerRefusal.INVALID_DATE);
        refused(on(LocalDate.of(1899, 12, 31), 4), LedgerRefusal.INVALID_DATE);
    }

    @Test
    void notes_are_texts() {
        refused(
                new RecordDebt(ID, ANA, BEN_PARTY, DebtDirection.OWED_TO_ME, RENT, "\u0000", null, KARACHI),
                LedgerRefusal.INVALID_NOTE);
        refused(
                new RecordDebt(ID, ANA, BEN_PARTY, DebtDirection.OWED_TO_ME, RENT, "n".repeat(1_001), null, KARACHI),
                LedgerRefusal.INVALID_NOTE);
    }

    @Test
    void more_than_can_be_kept_is_refused() {
        Party contact = Party.contactOf(ANA, "Cem");
        for (int number = 0; number < 1_000; number++) {
            done(most(contact, number));
        }
        refused(most(contact, 1_000), LedgerRefusal.BALANCE_TOO_LARGE);
    }

    private static RecordDebt most(Party contact, int number) {
        return new RecordDebt(
                new DebtId(new UUID(8, number)),
                ANA,
                contact,
                DebtDirection.OWED_TO_ME,
                new Money(Money.MOST, PKR),
                null,
                null,
                KARACHI);
    }

    private static RecordDebt on(LocalDate day, int number) {
        return new RecordDebt(
                new DebtId(new UUID(7, number)),
                ANA,
                Party.contactOf(ANA, "Cem"),
                DebtDirection.OWED_TO_ME,
                RENT,
                null,
                day,
                KARACHI);
    }

    private static RecordDebt record(Party counterparty) {
        return new RecordDebt(ID, ANA, counterparty, DebtDirection.OWED_TO_ME, RENT, "rent", null, KARACHI);
    }

    private static InMemoryLedger on(Plan plan) {
        return new InMemoryLedger(Clock.fixed(NOON, ZoneOffset.UTC), Entitled.to(plan), ANA, BEN, CEM);
    }

    private long entries() {
        return ledger.log().filter(EntryPosted.class::isInstance).count();
    }

    /** To Ana, by Ben. */
    private long owed() {
        return ledger.log()
                .filter(EntryPosted.class::isInstance)
                .map(EntryPosted.class::cast)
                .mapToLong(entry -> (entry.creditor().equals(ANA_PARTY) ? 1 : -1)
                        * entry.amount().minor())
                .sum();
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

package com.eindr.ledger.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.PairAccountEvent;
import com.eindr.ledger.PairAccountEvent.AmountHeld;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountEvent.HoldReleased;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementId;
import com.eindr.ledger.command.PairAccountSnapshot.Hold;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.Snapshotted;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What two parties owe each other in one currency. Every change of it is a balanced entry in its one stream, so whatever
 * depends on what is owed is decided here, and two who decide at the same moment meet.
 *
 * <p>It takes no commands: it is asked inside the handlers of debts, settlements, nettings and moves, and its events are appended
 * together with theirs.
 */
@Aggregate
class PairAccount implements Snapshotted {
    /** So far below what a long holds that one more entry never overflows. */
    private static final long MOST_OWED = 1_000_000_000_000_000_000L;

    @AggregateIdentifier
    private @Nullable PairAccountId accountId;

    /** One of the two; positive is owed to them. */
    private @Nullable Party first;

    private long owedToFirst;
    private final Map<SettlementId, Hold> holds = new LinkedHashMap<>();

    /** When all that was owed with a contact was moved to a friend the last time; null for never, and between users. */
    private @Nullable Instant movedAt;

    /** For the framework, which fills a new instance from the account's events. */
    PairAccount() {}

    /** From now on the debtor owes so much more. */
    void post(Posting posting) {
        Money amount = posting.amount();
        if (amount.minor() <= 0 || amount.minor() > Money.MOST) {
            throw Refusal.ofField(LedgerRefusal.INVALID_AMOUNT, "amount", "The amount is not one that can be owed.");
        }
        long after = owedTo(posting.creditor()) + amount.minor();
        if (Math.abs(after) > MOST_OWED) {
            throw LedgerRefusal.BALANCE_TOO_LARGE.refusal();
        }
        apply(new EntryPosted(
                posting.accountId(),
                posting.debtor(),
                posting.creditor(),
                amount,
                posting.cause(),
                posting.causeId(),
                posting.occurredOn(),
                posting.occurredAt(),
                posting.postedAt()));
    }

    /**
     * Posts what undoes a debt, or a payment.
     *
     * @param since when that was recorded
     * @throws Refusal if what was owed with the contact at that time is owed with a friend meanwhile
     */
    void reverse(Posting posting, Instant since) {
        if (movedAt != null && !since.isAfter(movedAt)) {
            throw LedgerRefusal.DEBT_MOVED.refusal();
        }
        post(posting);
    }

    boolean isOwed() {
        return owedToFirst != 0;
    }

    /** Who of the two owes the other; the one who asks where nobody does. */
    Party debtor(Party one, Party other) {
        return owedTo(one) > 0 ? other : one;
    }

    /**
     * Puts aside what a settlement that is to be answered would settle.
     *
     * @throws Refusal if the payer does not owe so much beyond what is put aside, or if a settlement that the other has
     *     proposed is to be answered first
     */
    void hold(SettlementId settlement, UserId by, Party payer, Money amount) {
        holds.forEach((open, hold) -> {
            if (!hold.proposedBy().equals(by)) {
                throw LedgerRefusal.SETTLEMENT_AWAITS_YOU.refusal().with(Map.of("settlementId", open.toString()));
            }
        });
        owed(payer).require(amount);
        apply(new AmountHeld(id(payer, amount.currency()), settlement, by, payer, amount));
    }

    /** Posts a payment, whose amount the hold of the same settlement has kept aside, if there is one. */
    void settle(Posting payment) {
        new Owed(Math.max(0, -owedTo(payment.creditor())), 0).require(payment.amount());
        post(payment);
    }

    /** Ignored where nothing is put aside for it. */
    void release(SettlementId settlement) {
        if (accountId != null && holds.containsKey(settlement)) {
            apply(new HoldReleased(accountId, settlement));
        }
    }

    /** What one of the two owes the other, and what of it is put aside. */
    Owed owed(Party payer) {
        long held = holds.values().stream()
                .filter(hold -> hold.payer().equals(payer))
                .mapToLong(Hold::minor)
                .sum();
        return new Owed(Math.max(0, -owedTo(payer)), held);
    }

    /** Negative where they owe. */
    long owedTo(Party party) {
        return party.equals(first) ? owedToFirst : -owedToFirst;
    }

    private static boolean isWithContact(EntryPosted posted) {
        return !(posted.debtor().isUser() && posted.creditor().isUser());
    }

    /** Nothing is put aside in an account in which nothing was ever posted. */
    private PairAccountId id(Party party, Currency currency) {
        if (accountId == null) {
            throw new IllegalStateException("nothing is owed by " + party + " in " + currency);
        }
        return accountId;
    }

    @Override
    public PairAccountSnapshot snapshot() {
        if (accountId == null || first == null) {
            throw new IllegalStateException("an account begins with an entry");
        }
        return new PairAccountSnapshot(accountId, first, owedToFirst, List.copyOf(holds.values()), movedAt);
    }

    @EventSourcingHandler
    void on(PairAccountSnapshot snapshot) {
        accountId = snapshot.accountId();
        first = snapshot.first();
        owedToFirst = snapshot.owedToFirst();
        movedAt = snapshot.movedAt();
        snapshot.holds().forEach(hold -> holds.put(hold.settlementId(), hold));
    }

    @EventSourcingHandler
    void on(PairAccountEvent event) {
        accountId = event.accountId();
        switch (event) {
            case EntryPosted posted -> {
                if (first == null) {
                    first = posted.creditor();
                }
                long minor = posted.amount().minor();
                owedToFirst += posted.creditor().equals(first) ? minor : -minor;
                if (posted.cause() == EntryCause.SETTLEMENT) {
                    holds.remove(new SettlementId(posted.causeId()));
                }
                if (posted.cause() == EntryCause.MOVE && isWithContact(posted)) {
                    movedAt = posted.postedAt();
                }
            }
            case AmountHeld held ->
                holds.put(
                        held.settlementId(),
                        new Hold(
                                held.settlementId(),
                                held.proposedBy(),
                                held.payer(),
                                held.amount().minor()));
            case HoldReleased released -> holds.remove(released.settlementId());
        }
    }
}

package com.eindr.ledger.command;

import static java.util.Comparator.comparing;

import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** What is owed between somebody and a contact of theirs, in the accounts of the two. */
final class ContactBalances {
    private final PairAccounts accounts;
    private final Party owner;
    private final Party contact;

    ContactBalances(PairAccounts accounts, Party contact) {
        this.accounts = accounts;
        this.owner = Party.user(contact.userId());
        this.contact = contact;
    }

    /**
     * In each of the currencies in which anything is; positive is owed to the owner.
     *
     * @throws Refusal if nothing is, or more than one entry can say
     */
    List<Money> in(Collection<Currency> currencies) {
        List<Money> balances = currencies.stream()
                .sorted(comparing(Currency::getCurrencyCode))
                .map(this::in)
                .filter(balance -> balance.minor() != 0)
                .toList();
        if (balances.isEmpty()) {
            throw LedgerRefusal.NOTHING_TO_MOVE.refusal();
        }
        if (balances.stream().anyMatch(balance -> Math.abs(balance.minor()) > Money.MOST)) {
            throw LedgerRefusal.BALANCE_TOO_LARGE.refusal();
        }
        return balances;
    }

    /** @throws Refusal if one of them is not what is owed any more */
    void require(List<Money> balances) {
        if (!balances.stream().allMatch(balance -> in(balance.currency()).equals(balance))) {
            throw LedgerRefusal.BALANCE_CHANGED.refusal();
        }
    }

    /** Takes away what is owed with the contact, and has as much owed with the friend. It counts from now on. */
    void move(List<Money> balances, UserId friend, DebtMoveId move, LocalDate day, Instant now) {
        balances.stream()
                .flatMap(balance -> Stream.of(
                        owed(balance.negated(), contact, move, day, now),
                        owed(balance, Party.user(friend), move, day, now)))
                // Always in the same order, so that two who decide on the same accounts do not wait for each other.
                .sorted(comparing(posting -> posting.accountId().toString()))
                .forEach(accounts::post);
    }

    private Money in(Currency currency) {
        return new Money(accounts.balance(owner, contact, currency), currency);
    }

    /** By the other to the owner; the other way where it is negative. */
    private Posting owed(Money balance, Party other, DebtMoveId move, LocalDate day, Instant now) {
        boolean toOwner = balance.isPositive();
        return new Posting(
                /* debtor= */ toOwner ? other : owner,
                /* creditor= */ toOwner ? owner : other,
                toOwner ? balance : balance.negated(),
                EntryCause.MOVE,
                move.value(),
                day,
                now,
                now);
    }
}

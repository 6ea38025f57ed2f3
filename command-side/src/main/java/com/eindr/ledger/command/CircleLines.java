package com.eindr.ledger.command;

import static java.util.Comparator.comparing;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What each in a circle owes the next, in the accounts of the pairs. */
final class CircleLines {
    private final PairAccounts accounts;
    private final Currency currency;
    private final List<Line> lines;

    /** @param parties each owes the next, and the last owes the first */
    CircleLines(PairAccounts accounts, List<UserId> parties, Currency currency) {
        this.accounts = accounts;
        this.currency = currency;
        // Always in the same order, so that two who decide on crossing circles do not wait for each other.
        this.lines = IntStream.range(0, parties.size())
                .mapToObj(place -> new Line(parties.get(place), parties.get((place + 1) % parties.size())))
                .sorted(comparing(line -> line.account(currency).toString()))
                .toList();
    }

    /** As much as the two lines of one party allow. */
    long freeOf(UserId party) {
        return lines.stream()
                .filter(line -> line.touches(party))
                .mapToLong(line -> owed(line).free())
                .min()
                .orElseThrow();
    }

    /** @throws Refusal with what is owed, if one of the two lines of a party is too small; it says which */
    void require(UserId party, Money amount) {
        for (Line line : lines) {
            if (line.touches(party)) {
                Owed owed = owed(line);
                if (!owed.covers(amount)) {
                    throw owed.refusal(
                            currency,
                            Map.of(
                                    "debtor", line.debtor().value(),
                                    "creditor", line.creditor().value()));
                }
            }
        }
    }

    boolean cover(Money amount) {
        return lines.stream().allMatch(line -> owed(line).covers(amount));
    }

    /** Every creditor owes their debtor so much, which takes it from what is owed. It counts from now on. */
    void post(Money amount, NettingId netting, LocalDate day, Instant now) {
        lines.forEach(line -> accounts.post(new Posting(
                Party.user(line.creditor()),
                Party.user(line.debtor()),
                amount,
                EntryCause.NETTING,
                netting.value(),
                day,
                now,
                now)));
    }

    private Owed owed(Line line) {
        return accounts.owed(Party.user(line.debtor()), Party.user(line.creditor()), currency);
    }

    private record Line(UserId debtor, UserId creditor) {
        boolean touches(UserId party) {
            return debtor.equals(party) || creditor.equals(party);
        }

        PairAccountId account(Currency currency) {
            return PairAccountId.of(Party.user(debtor), Party.user(creditor), currency);
        }
    }
}

package com.eindr.ledger.web;

import com.eindr.ledger.BalanceView;
import com.eindr.ledger.web.LedgerBodies.Balances;
import com.eindr.ledger.web.LedgerBodies.Total;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what is owed over all counterparties. Currencies never merge. */
final class Totals {
    private BigDecimal owedToMe = BigDecimal.ZERO;
    private BigDecimal iOwe = BigDecimal.ZERO;

    private Totals() {}

    static Balances with(List<BalanceView> balances) {
        Map<Currency, Totals> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        for (BalanceView balance : balances) {
            sums.computeIfAbsent(balance.net().currency(), fresh -> new Totals())
                    .add(BigDecimal.valueOf(balance.net().minor()));
        }
        return new Balances(
                balances.stream().map(LedgerBodies.Balance::of).toList(),
                sums.entrySet().stream()
                        .map(sum -> sum.getValue().total(sum.getKey()))
                        .toList());
    }

    private void add(BigDecimal minor) {
        if (minor.signum() > 0) {
            owedToMe = owedToMe.add(minor);
        } else {
            iOwe = iOwe.subtract(minor);
        }
    }

    private Total total(Currency currency) {
        return new Total(
                currency.getCurrencyCode(),
                text(owedToMe, currency),
                text(iOwe, currency),
                text(owedToMe.subtract(iOwe), currency));
    }

    private static String text(BigDecimal minor, Currency currency) {
        return minor.movePointLeft(currency.getDefaultFractionDigits())
                .setScale(currency.getDefaultFractionDigits())
                .toPlainString();
    }
}

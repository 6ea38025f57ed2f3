package com.eindr.ledger.web;

import com.eindr.shared.Money;
import com.eindr.shared.web.InvalidRequest;
import java.util.Currency;

/** Reads amounts and currencies of requests. */
final class Amounts {
    private Amounts() {}

    /** @throws InvalidRequest naming the field at fault */
    static Money read(String amountField, String amount, String currencyField, String currency) {
        Currency known = currency(currencyField, currency);
        try {
            return Money.positive(amount, known);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.of(amountField, String.valueOf(e.getMessage()));
        }
    }

    /** @throws InvalidRequest naming the field at fault */
    static Currency currency(String field, String code) {
        try {
            return Money.currency(code);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.of(field, String.valueOf(e.getMessage()));
        }
    }
}

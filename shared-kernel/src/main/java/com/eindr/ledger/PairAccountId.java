package com.eindr.ledger;

import static java.util.Objects.requireNonNull;

import com.eindr.shared.DerivedUuid;
import java.util.Currency;
import java.util.UUID;

/** The account that two parties have between them in one currency. It follows from them, whoever is named first. */
public record PairAccountId(UUID value) {
    public PairAccountId {
        requireNonNull(value, "value");
    }

    public static PairAccountId of(Party one, Party other, Currency currency) {
        boolean inOrder = one.compareTo(other) <= 0;
        Party first = inOrder ? one : other;
        Party second = inOrder ? other : one;
        return new PairAccountId(DerivedUuid.of(
                "pair-account",
                first.userId().value(),
                first.contact(),
                second.userId().value(),
                second.contact(),
                currency.getCurrencyCode()));
    }

    public static PairAccountId of(String text) {
        return new PairAccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

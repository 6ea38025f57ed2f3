package com.eindr.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** What somebody owes somebody; the client may choose it. */
public record DebtId(UUID value) {
    public DebtId {
        requireNonNull(value, "value");
    }

    public static DebtId of(String text) {
        return new DebtId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

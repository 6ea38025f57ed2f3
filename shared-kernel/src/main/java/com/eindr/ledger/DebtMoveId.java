package com.eindr.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The moving of what is owed with a contact to the friend who they are; the client may choose it. */
public record DebtMoveId(UUID value) {
    public DebtMoveId {
        requireNonNull(value, "value");
    }

    public static DebtMoveId of(String text) {
        return new DebtMoveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

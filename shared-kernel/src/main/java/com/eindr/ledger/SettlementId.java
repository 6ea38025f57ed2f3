package com.eindr.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A payment that the two it is between agree on, or are to agree on; the client may choose it. */
public record SettlementId(UUID value) {
    public SettlementId {
        requireNonNull(value, "value");
    }

    public static SettlementId of(String text) {
        return new SettlementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package com.eindr.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A proposal to net what friends owe each other in a circle; the client may choose it. */
public record NettingId(UUID value) {
    public NettingId {
        requireNonNull(value, "value");
    }

    public static NettingId of(String text) {
        return new NettingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package com.eindr.friendship;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Something that a friend wants somebody to have; the client may choose it. */
public record ProposalId(UUID value) {
    public ProposalId {
        requireNonNull(value, "value");
    }

    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

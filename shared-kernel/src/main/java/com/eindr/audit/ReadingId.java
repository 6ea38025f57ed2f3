package com.eindr.audit;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** One time that somebody read the log. */
public record ReadingId(UUID value) {
    public ReadingId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

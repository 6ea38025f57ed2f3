package com.eindr.operation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** One thing that an administrator did. */
public record ActId(UUID value) {
    public ActId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

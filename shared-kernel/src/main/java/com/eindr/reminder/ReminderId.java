package com.eindr.reminder;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A reminder; the client may choose it. */
public record ReminderId(UUID value) {
    public ReminderId {
        requireNonNull(value, "value");
    }

    public static ReminderId of(String text) {
        return new ReminderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

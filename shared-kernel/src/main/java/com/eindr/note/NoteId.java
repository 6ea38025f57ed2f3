package com.eindr.note;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A note; the client may choose it. */
public record NoteId(UUID value) {
    public NoteId {
        requireNonNull(value, "value");
    }

    public static NoteId of(String text) {
        return new NoteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

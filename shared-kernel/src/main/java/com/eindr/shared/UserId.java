package com.eindr.shared;

import static java.util.Objects.requireNonNull;

/**
 * A person, named as the identity provider names them (the {@code sub} of their token).
 *
 * @param value 1 to 128 characters, not blank
 */
public record UserId(String value) implements Comparable<UserId> {
    private static final int LONGEST = 128;

    public UserId {
        requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a user id has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.eindr.account;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The name of a feature that is not for everybody yet.
 *
 * @param value lower-case words of letters and digits with dashes between them, at most 64 characters
 */
public record FlagName(String value) implements Comparable<FlagName> {
    private static final Pattern FORM = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");

    public FlagName {
        requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a flag's name has lower-case words of letters and digits with dashes between them");
        }
    }

    @Override
    public int compareTo(FlagName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

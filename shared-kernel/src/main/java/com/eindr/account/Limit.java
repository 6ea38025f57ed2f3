package com.eindr.account;

/**
 * How much of a feature a plan includes.
 *
 * @param most in a calendar month (UTC); 0 locks the feature, {@link Integer#MAX_VALUE} stands for no limit
 */
public record Limit(int most) {
    public static final Limit LOCKED = new Limit(0);
    public static final Limit NONE = new Limit(Integer.MAX_VALUE);

    public Limit {
        if (most < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    public boolean isLocked() {
        return most == 0;
    }

    /** Whether uses have to be counted. */
    public boolean counts() {
        return most > 0 && most < Integer.MAX_VALUE;
    }

    /** Whether one more is included after {@code used}. */
    public boolean allowsAfter(int used) {
        return used < most;
    }
}

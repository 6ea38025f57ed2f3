package com.eindr.shared.web;

import com.eindr.shared.TimeOrderedUuid;

/** The id that ties together everything that follows from one request: log lines, commands, events, answers. */
public final class Correlation {
    /** The header that brings it in and gives it back. */
    public static final String HEADER = "X-Correlation-Id";

    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private Correlation() {}

    /** The present request's id; a new one where there is no request, so that every command can carry one. */
    public static String current() {
        return CURRENT.isBound() ? CURRENT.get() : TimeOrderedUuid.next().toString();
    }

    /** Where the code that runs {@code body} is to be known by {@code id}. Threads started inside do not inherit it. */
    public static ScopedValue.Carrier as(String id) {
        return ScopedValue.where(CURRENT, id);
    }
}

package com.eindr.shared.web;

import org.jspecify.annotations.Nullable;

/** The event store or the database does not answer; nothing is known to be wrong with the request: 503. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

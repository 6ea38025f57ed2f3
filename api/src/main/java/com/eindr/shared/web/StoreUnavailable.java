package com.eindr.shared.web;

/** The event store or the database does not answer; nothing is known to be wrong with the request: 503. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package com.eindr.shared.web;

/** A request with the same idempotency key is being decided at this moment: 409. */
public final class StillRunning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StillRunning(String message) {
        super(message);
    }
}

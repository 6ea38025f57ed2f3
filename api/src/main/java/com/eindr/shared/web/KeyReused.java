package com.eindr.shared.web;

/** An idempotency key came back with another request: 422. */
public final class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyReused(String message) {
        super(message);
    }
}

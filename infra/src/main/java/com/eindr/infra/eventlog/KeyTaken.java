package com.eindr.infra.eventlog;

import org.jspecify.annotations.Nullable;

/** The idempotency key of an append is in the log already; nothing was appended. */
public final class KeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyTaken(@Nullable Throwable cause) {
        super("the idempotency key was used before", cause);
    }
}

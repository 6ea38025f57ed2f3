package com.eindr.shared.web;

/** The body is longer than the API reads: 413. */
final class PayloadTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    PayloadTooLarge(long limit) {
        super("body too large", null, false, false);
        this.limit = limit;
    }

    /** In bytes. */
    long limit() {
        return limit;
    }
}

package com.eindr.shared.web;

/** The aggregate has moved on since the caller read it: 412. */
public final class WriteConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WriteConflict(String message) {
        super(message);
    }
}

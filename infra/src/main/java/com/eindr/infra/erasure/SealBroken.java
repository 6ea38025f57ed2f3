package com.eindr.infra.erasure;

import org.jspecify.annotations.Nullable;

/** What is stored was not written by us, or not there, or not for this person. */
final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}

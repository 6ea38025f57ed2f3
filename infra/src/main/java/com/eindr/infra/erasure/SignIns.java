package com.eindr.infra.erasure;

import com.eindr.shared.UserId;

/** Where people have the accounts with which they sign in. */
@FunctionalInterface
public interface SignIns {

    /**
     * Deletes a person's account there; nothing happens where there is none.
     *
     * @throws RuntimeException if that cannot be done now
     */
    void close(UserId person);
}

package com.eindr.shared.web.security;

import com.eindr.shared.web.Caller;

/** Registers a person the first time their token is seen, and takes note of the addresses it says are verified. */
@FunctionalInterface
public interface FirstContact {

    /** Returns once the person has an account; cheap where they have one and the token says nothing new. */
    void ensureKnown(Caller caller);
}

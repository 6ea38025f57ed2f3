package com.eindr.shared.web.security;

import com.eindr.shared.UserId;

/** Registers a person the first time their token is seen. */
@FunctionalInterface
public interface FirstContact {

    /** Returns once the person has an account; cheap where they have one. */
    void ensureKnown(UserId userId);
}

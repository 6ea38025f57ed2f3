package com.eindr.account.command;

import com.eindr.account.Subscription;
import com.eindr.shared.UserId;

/** Knows which plan everybody is on. */
@FunctionalInterface
public interface Plans {

    /**
     * A person's plan, no more than a second behind their account, without a round trip where they have just been asked
     * about.
     */
    Subscription of(UserId user);
}

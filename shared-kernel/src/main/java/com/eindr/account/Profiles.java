package com.eindr.account;

import com.eindr.shared.UserId;

/** Knows where people are and which language they speak. */
@FunctionalInterface
public interface Profiles {

    /**
     * A person's profile, no more than a second behind their account, without a round trip where they have just been asked
     * about; {@link Profile#INITIAL} of somebody who is not known yet.
     */
    Profile profileOf(UserId user);
}

package com.eindr.account.saga;

import com.eindr.shared.UserId;

/** What has to be done when a person leaves for good. Each can be done again, also after a crash half-way through it. */
public interface Departure {

    /** Destroys the key to all that is personal in the log. It is gone for ever when this returns. */
    void destroyKey(UserId person);

    /** Ends in the person's name what is still under way: reminders, friendships, requests, payments, devices. */
    void part(UserId person);

    /** Removes the copies of what is personal from everything that is neither the log nor a read model. */
    void removeCopies(UserId person);

    /**
     * Has the identity provider forget the person, so that they cannot sign in any more. Nothing happens where they are
     * forgotten already.
     *
     * @throws RuntimeException if it does not answer, or refuses; then it is to be tried again
     */
    void closeSignIn(UserId person);
}

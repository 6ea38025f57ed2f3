package com.eindr.friendship.web;

import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.Set;

/** Lets nobody ask for so many contacts that it would be worth trying out numbers. */
@FunctionalInterface
public interface ContactBudget {

    /**
     * Counts the hashes that the person has not asked for lately; the others cost nothing. Either all of them are
     * counted, or none. Exact, however many requests of one person arrive together.
     *
     * @throws com.eindr.shared.web.TooManyRequests if they are more than the person may ask for today or this month
     */
    void spend(UserId user, Set<String> hashes, Instant now);
}

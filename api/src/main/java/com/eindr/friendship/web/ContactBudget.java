package com.eindr.friendship.web;

import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets nobody ask for so many contacts that it would be worth trying out numbers. */
@FunctionalInterface
public interface ContactBudget {

    /**
     * Counts the hashes that the person has not asked for lately, in their order, as far as the budget goes; the others
     * cost nothing and are always granted. Exact, however many requests of one person arrive together.
     */
    Grant spend(UserId user, Set<String> hashes, Instant now);

    /**
     * What a person may ask for now.
     *
     * @param hashes in the order in which they were asked for
     * @param postponed how many others there are, which cost nothing yet
     * @param resetsAt when some of those will be granted; null where there are none
     */
    record Grant(
            Set<String> hashes, int postponed, @Nullable Instant resetsAt) {}
}

package com.eindr.shared;

/**
 * An aggregate of several people of whom each sees a part only. To each it has a version of their own, which counts what
 * they saw: the number of all events would tell them of those they are not to know of.
 */
public interface SeenApart {

    /** How many of the events this person has seen; 0 for somebody to whom the aggregate does not exist. */
    long versionSeenBy(UserId user);
}

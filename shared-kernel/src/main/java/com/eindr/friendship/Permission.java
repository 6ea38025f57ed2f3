package com.eindr.friendship;

/** What a person lets a friend do to them. */
public enum Permission {
    /** Each time is a proposal, until it is accepted. */
    ASK,
    /** It is done at once. */
    ALLOW,
    /** It never reaches the person, and the friend is not told. */
    DENY
}

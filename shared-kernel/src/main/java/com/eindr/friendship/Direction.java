package com.eindr.friendship;

/** Which way something between two people goes, as one of them sees it. */
public enum Direction {
    /** From the other to this person. */
    INCOMING,
    /** From this person to the other. */
    OUTGOING
}

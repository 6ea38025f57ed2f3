package com.eindr.shared.web;

import com.eindr.shared.UserId;
import java.util.OptionalLong;

/** What this node knows of people's changes, on whichever node they were made. */
public interface ChangesSeen {

    /**
     * Where in the log this person's last change stands, or a later position.
     *
     * @param atLeast a position up to which everything must be known
     * @return empty where this node cannot tell: it has not come that far, or has lost contact with the log
     */
    OptionalLong lastChangeOf(UserId user, long atLeast);
}

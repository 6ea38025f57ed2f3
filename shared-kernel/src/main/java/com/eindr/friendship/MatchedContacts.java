package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.Set;

/** Remembers for a while who has whom in their address book, of those only who themselves want to be found. */
@FunctionalInterface
public interface MatchedContacts {

    /** Whoever does not want to be found leaves no trace here, and what they left before is gone. */
    void remember(UserId user, Set<UserId> found, Instant at);
}

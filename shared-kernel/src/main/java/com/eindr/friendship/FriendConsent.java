package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;

/** What friends let each other do; a parameter of command handlers of other features. */
public interface FriendConsent {

    /**
     * Makes use of what a friend lets the user do. It is recorded with the pair, in the commit of the command that asks.
     *
     * @throws com.eindr.shared.Refusal if they are no friends, or if the user has done enough for today
     */
    Permission use(UserId by, UserId friend, Kind kind, Instant now);

    /** @throws com.eindr.shared.Refusal if they are no friends */
    void requireFriends(UserId one, UserId other);

    /** Also for two who never met. What is done with the answer tells nobody else of it. */
    boolean areFriends(UserId one, UserId other);
}

package com.eindr.friendship.command;

import java.time.Duration;

/**
 * How much people may ask of each other. Days are those of UTC.
 *
 * @param openRequests most requests that nobody has answered, of one person
 * @param requestsPerDay most requests a person makes in a day
 * @param proposalsPerDay most that a person proposes to one friend in a day
 * @param debtsPerDay most debts that a person records with one friend in a day
 * @param proposalsExpireAfter how long a proposal waits for an answer
 */
public record FriendshipPolicy(
        int openRequests, int requestsPerDay, int proposalsPerDay, int debtsPerDay, Duration proposalsExpireAfter) {
    public static final FriendshipPolicy USUAL = new FriendshipPolicy(20, 50, 20, 200, Duration.ofDays(7));
}

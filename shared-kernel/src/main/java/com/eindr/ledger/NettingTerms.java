package com.eindr.ledger;

import static java.util.Objects.requireNonNull;

import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.util.List;

/**
 * What is proposed: that everybody in a circle owes so much less and is owed so much less, so that nobody's sum changes.
 *
 * @param proposedBy one of the parties
 * @param parties three or more friends: each owes the next, and the last owes the first
 * @param amount by which every line of the circle gets smaller
 * @param delivered whether the others are asked; if not, it looks like silence to the one who proposed it
 */
public record NettingTerms(UserId proposedBy, List<UserId> parties, Money amount, boolean delivered) {
    public NettingTerms {
        requireNonNull(proposedBy, "proposedBy");
        requireNonNull(amount, "amount");
        parties = List.copyOf(parties);
    }

    /** Whether a person may know of it: everybody in the circle, of what was put before them. */
    public boolean isSeenBy(UserId user) {
        return user.equals(proposedBy) || (delivered && parties.contains(user));
    }

    /** Whom a party of the circle owes. */
    public UserId creditorOf(UserId party) {
        return parties.get(Math.floorMod(place(party) + 1, parties.size()));
    }

    /** Who owes a party of the circle. */
    public UserId debtorOf(UserId party) {
        return parties.get(Math.floorMod(place(party) - 1, parties.size()));
    }

    private int place(UserId party) {
        int place = parties.indexOf(party);
        if (place < 0) {
            throw new IllegalArgumentException(party + " is not in the circle");
        }
        return place;
    }
}

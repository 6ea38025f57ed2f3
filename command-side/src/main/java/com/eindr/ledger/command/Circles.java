package com.eindr.ledger.command;

import static java.util.Comparator.comparing;

import com.eindr.friendship.FriendConsent;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Circles in which everybody is everybody's friend: whoever is in one is shown to all others in it. */
public final class Circles {
    private final FriendConsent friends;

    public Circles(FriendConsent friends) {
        this.friends = friends;
    }

    /**
     * Makes use of what the others let the one who proposes do; counts as done with each. Whether two others are friends is
     * nobody else's business, so it makes no difference to the answer, but only to whether they are asked.
     *
     * @return whether all may be asked
     * @throws Refusal if one of them is no friend of the one who proposes, or enough was proposed to them today
     */
    boolean toPropose(UserId by, List<UserId> parties, Instant now) {
        boolean delivered = true;
        for (Pair pair : pairs(parties)) {
            delivered &= pair.has(by)
                    ? friends.use(by, pair.otherThan(by), Kind.DEBTS, now) != Permission.DENY
                    : friends.areFriends(pair.one(), pair.other());
        }
        return delivered;
    }

    boolean areFriends(List<UserId> parties) {
        return pairs(parties).stream().allMatch(pair -> friends.areFriends(pair.one(), pair.other()));
    }

    /** Always in the same order, so that two who ask at once do not wait for each other. */
    private static List<Pair> pairs(List<UserId> parties) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new Pair(parties.get(i), parties.get(j)));
            }
        }
        pairs.sort(comparing(pair -> FriendshipId.of(pair.one(), pair.other()).toString()));
        return pairs;
    }

    private record Pair(UserId one, UserId other) {
        boolean has(UserId user) {
            return one.equals(user) || other.equals(user);
        }

        UserId otherThan(UserId user) {
            return one.equals(user) ? other : one;
        }
    }
}

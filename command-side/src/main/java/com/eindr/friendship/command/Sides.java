package com.eindr.friendship.command;

import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two of a pair, as far as anything has happened to them. */
final class Sides {
    private final Map<UserId, Side> known = new HashMap<>();

    static void requireTwo(UserId one, UserId other) {
        if (one.equals(other)) {
            throw FriendshipRefusal.NOT_ONESELF.refusal();
        }
    }

    /** Of somebody to whom nothing has happened yet, a blank one. */
    Side of(UserId user) {
        return known.getOrDefault(user, new Side());
    }

    /** The other of the two; a third person is told what they would be told of nothing. */
    UserId otherThan(UserId by, FriendshipRefusal refusal) {
        if (!known.containsKey(by)) {
            throw refusal.refusal();
        }
        return known.keySet().stream()
                .filter(user -> !user.equals(by))
                .findFirst()
                .orElseThrow(refusal::refusal);
    }

    /** From now on something has happened to this person. */
    Side join(UserId user) {
        return known.computeIfAbsent(user, unknown -> new Side());
    }

    void see(FriendshipEvent event) {
        known.forEach((user, side) -> side.seen += event.isSeenBy(user) ? 1 : 0);
    }

    /** Always in the same order, so that the same becomes the same. */
    List<FriendshipSnapshot.Person> snapshot() {
        return known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().snapshot(entry.getKey()))
                .toList();
    }

    void restore(List<FriendshipSnapshot.Person> people) {
        people.forEach(person -> known.put(person.user(), Side.of(person)));
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Sides other && known.equals(other.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }
}

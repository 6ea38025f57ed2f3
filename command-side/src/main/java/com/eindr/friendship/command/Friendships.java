package com.eindr.friendship.command;

import com.eindr.friendship.FriendConsent;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** All friendships, for command handlers of what friends do to each other. */
public final class Friendships implements FriendConsent {
    private final Repositories repositories;
    private final FriendshipPolicy policy;

    public Friendships(Repositories repositories, FriendshipPolicy policy) {
        this.repositories = repositories;
        this.policy = policy;
    }

    @Override
    public Permission use(UserId by, UserId friend, Kind kind, Instant now) {
        return pair(by, friend).invoke(pair -> pair.use(by, kind, now, policy));
    }

    @Override
    public void requireFriends(UserId one, UserId other) {
        if (!areFriends(one, other)) {
            throw FriendshipRefusal.FRIEND_NOT_FOUND.refusal();
        }
    }

    @Override
    public boolean areFriends(UserId one, UserId other) {
        try {
            return load(one, other).invoke(Friendship::isBetweenFriends);
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }

    private Aggregate<Friendship> pair(UserId one, UserId other) {
        try {
            return load(one, other);
        } catch (AggregateNotFoundException e) {
            // Those who never met are told what those are told who are friends no more.
            throw FriendshipRefusal.FRIEND_NOT_FOUND.refusal();
        }
    }

    private Aggregate<Friendship> load(UserId one, UserId other) {
        return repositories.load(Friendship.class, FriendshipId.of(one, other));
    }
}

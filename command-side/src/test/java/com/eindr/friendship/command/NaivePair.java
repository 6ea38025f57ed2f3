package com.eindr.friendship.command;

import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.friendship.command.Deeds.Step;
import com.eindr.shared.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two people without events: who sees what, changed in place. */
final class NaivePair {
    boolean friends;
    final Set<UserId> asks = new HashSet<>();
    final Set<UserId> isAsked = new HashSet<>();
    final Set<UserId> hasDeclined = new HashSet<>();
    final Set<UserId> blocks = new HashSet<>();
    final Map<UserId, Permission> letsRemind = new HashMap<>();

    /** Does it, and says why not; null where it was done, or was done before. */
    @Nullable
    FriendshipRefusal live(Step step) {
        UserId by = step.by();
        UserId other = step.other();
        switch (step.deed()) {
            case ASK -> {
                if (friends) {
                    return FriendshipRefusal.FRIENDS_ALREADY;
                }
                if (blocks.contains(by)) {
                    return FriendshipRefusal.BLOCKED_BY_YOU;
                }
                if (asks.contains(other)) {
                    become(true);
                } else if (asks.add(by)) {
                    hasDeclined.remove(by);
                    if (step.takes() && !blocks.contains(other) && !hasDeclined.contains(other)) {
                        isAsked.add(other);
                    }
                }
            }
            case ACCEPT -> {
                if (!friends) {
                    if (!isAsked.contains(by)) {
                        return FriendshipRefusal.REQUEST_NOT_FOUND;
                    }
                    become(true);
                }
            }
            case DECLINE -> {
                if (isAsked.remove(by)) {
                    hasDeclined.add(by);
                } else if (!hasDeclined.contains(by)) {
                    return FriendshipRefusal.REQUEST_NOT_FOUND;
                }
            }
            case WITHDRAW -> {
                if (!asks.remove(by)) {
                    return FriendshipRefusal.REQUEST_NOT_FOUND;
                }
                isAsked.remove(other);
            }
            case END -> {
                if (!friends) {
                    return FriendshipRefusal.FRIEND_NOT_FOUND;
                }
                become(false);
            }
            case BLOCK -> {
                if (friends) {
                    become(false);
                }
                if (blocks.add(by)) {
                    asks.remove(by);
                    isAsked.remove(other);
                    isAsked.remove(by);
                }
            }
            case UNBLOCK -> {
                if (!blocks.remove(by)) {
                    return FriendshipRefusal.BLOCK_NOT_FOUND;
                }
            }
            case ALLOW, DENY -> {
                if (!friends) {
                    return FriendshipRefusal.FRIEND_NOT_FOUND;
                }
                letsRemind.put(by, Permission.valueOf(step.deed().name()));
            }
        }
        return null;
    }

    private void become(boolean friendsNow) {
        friends = friendsNow;
        asks.clear();
        isAsked.clear();
        hasDeclined.clear();
        letsRemind.clear();
    }
}

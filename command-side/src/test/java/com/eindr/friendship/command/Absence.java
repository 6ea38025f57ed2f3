package com.eindr.friendship.command;

import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.SetPermissions;
import com.eindr.friendship.FriendshipCommand.UnblockUser;
import com.eindr.friendship.FriendshipRefusal;

/** What is said where there has never been anything between two people: the same as where there is nothing any more. */
final class Absence {
    private Absence() {}

    static FriendshipRefusal of(Object command) {
        return switch (command) {
            case EndFriendship c -> FriendshipRefusal.FRIEND_NOT_FOUND;
            case SetPermissions c -> FriendshipRefusal.FRIEND_NOT_FOUND;
            case UnblockUser c -> FriendshipRefusal.BLOCK_NOT_FOUND;
            default -> FriendshipRefusal.REQUEST_NOT_FOUND;
        };
    }
}

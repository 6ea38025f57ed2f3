package com.eindr.notification.saga;

import com.eindr.friendship.FriendshipEvent.FriendshipAccepted;
import com.eindr.friendship.FriendshipEvent.FriendshipRequested;
import com.eindr.notification.NotificationKind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Whenever somebody asks to be friends, the other is told; whenever they agree, so is the one who asked. */
@Component
@ProcessingGroup("tell-of-friends")
@DisallowReplay
class TellOfFriends {
    private final Notices notices;

    TellOfFriends(Notices notices) {
        this.notices = notices;
    }

    /** A request that is not delivered is told nobody. */
    @EventHandler
    void on(FriendshipRequested event, EventMessage<?> message) {
        if (event.delivered()) {
            notices.tell(
                    event.other(),
                    NotificationKind.FRIEND_REQUESTED,
                    event.friendshipId(),
                    event.by(),
                    message,
                    "wants to be your friend.");
        }
    }

    @EventHandler
    void on(FriendshipAccepted event, EventMessage<?> message) {
        notices.tell(
                event.other(),
                NotificationKind.FRIEND_ACCEPTED,
                event.friendshipId(),
                event.by(),
                message,
                "and you are friends now.");
    }
}

package com.eindr.notification.saga;

import com.eindr.notification.NotificationEvent.Raised;
import com.eindr.shared.MessageKeys;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whenever a notification is raised, its push goes into the outbox. */
@Component
@ProcessingGroup("push-notifications")
@DisallowReplay
class PushNotifications {
    private final PushOutbox outbox;

    PushNotifications(PushOutbox outbox) {
        this.outbox = outbox;
    }

    @EventHandler
    void on(Raised event, @MetaDataValue(MessageKeys.CORRELATION) @Nullable String correlationId) {
        outbox.add(event, correlationId);
    }
}

package com.eindr.notification.saga;

import com.eindr.notification.NotificationEvent.Raised;
import org.jspecify.annotations.Nullable;

/** Where pushes wait until they are due and sent. */
public interface PushOutbox {

    /**
     * Takes a push, not to be sent before {@link Raised#pushAt()}. Takes part in the transaction of the
     * caller. A push that was taken before is not taken again.
     *
     * @param correlationId what the push follows from, where that is known
     */
    void add(Raised raised, @Nullable String correlationId);
}

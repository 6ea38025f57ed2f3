package com.eindr.infra.erasure;

import com.eindr.account.AccountEvent.ErasureBegun;
import com.eindr.infra.live.TailListener;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/** Has this node give up a person's key when an erasure begins, on whichever node that is. */
@Component
final class RenouncedKeys implements TailListener {
    private final PersonKeys keys;

    RenouncedKeys(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public void on(TrackedEventMessage<?> event) {
        if (event.getPayload() instanceof ErasureBegun begun) {
            keys.renounce(begun.userId().value());
        }
    }
}

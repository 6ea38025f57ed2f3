package com.eindr.notification;

import com.eindr.shared.UserId;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The stream of a person's own changes, from whichever node they were made on. */
public interface LiveChanges {

    /**
     * Passes on every later change of this person, in order and each once, until closed.
     *
     * @param after the position of the last change the device has seen; empty to begin now
     * @param listener called by one thread at a time; a listener that throws is closed
     * @throws TooFarBehind if {@code after} lies so far back that the device had better synchronise
     */
    Subscription subscribe(UserId user, OptionalLong after, Consumer<Change> listener);

    /** Ends the stream. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** The device has missed more than a live stream makes up for. */
    final class TooFarBehind extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooFarBehind(String message) {
            super(message);
        }
    }
}

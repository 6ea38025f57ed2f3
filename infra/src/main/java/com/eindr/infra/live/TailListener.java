package com.eindr.infra.live;

import org.axonframework.eventhandling.TrackedEventMessage;

/** Is told of every event of the log, in order, on every node, soon after it was recorded; misses none while it runs. */
@FunctionalInterface
public interface TailListener {

    /** The tail starts here: what stands up to this position is not passed on. */
    default void begins(long position) {}

    /** Called by the one thread of the tail: whoever takes long here makes all live streams late. */
    void on(TrackedEventMessage<?> event);
}

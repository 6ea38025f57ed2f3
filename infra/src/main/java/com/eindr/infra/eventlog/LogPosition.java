package com.eindr.infra.eventlog;

/** How far the log reaches, as this node knows without asking anybody. */
@FunctionalInterface
public interface LogPosition {
    long known();

    /** Whether what is known was confirmed by the log itself within the last second; where in doubt, not. */
    default boolean confirmed() {
        return false;
    }
}

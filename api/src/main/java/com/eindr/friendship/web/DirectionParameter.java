package com.eindr.friendship.web;

import com.eindr.friendship.Direction;
import org.jspecify.annotations.Nullable;

/** A direction as addresses spell it, in lower case. */
enum DirectionParameter {
    incoming(Direction.INCOMING),
    outgoing(Direction.OUTGOING);

    private final Direction direction;

    DirectionParameter(Direction direction) {
        this.direction = direction;
    }

    /** Null where none was given: then both. */
    static @Nullable Direction of(@Nullable DirectionParameter parameter) {
        return parameter == null ? null : parameter.direction;
    }
}

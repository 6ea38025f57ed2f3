package com.eindr.reminder.web;

import com.eindr.shared.web.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stretches of time that callers ask about; they begin before they end. */
final class Windows {
    private Windows() {}

    /** @throws InvalidRequest if both ends are given and {@code to} is not after {@code from} */
    static void requireOrder(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw InvalidRequest.of("to", "must be after from");
        }
    }
}

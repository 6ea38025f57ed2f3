package com.eindr.voice.command;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is to be, as far as it was said.
 *
 * @param choices the moments that it may be, likeliest first, where it could be several; else empty
 */
record Moment(@Nullable LocalDateTime start, @Nullable String recurrence, List<LocalDateTime> choices) {
    static final Moment UNSAID = new Moment(null, null, List.of());
}

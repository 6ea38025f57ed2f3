package com.eindr.voice;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which things are meant by somebody who speaks of things that exist.
 *
 * @param ordinal the place in the list that was read out last, from 1; {@link #LAST} for its last, {@link #THAT} for what
 *     was spoken of last; null where no place was named
 * @param about words of the thing, as they were said
 * @param from the first local moment that counts
 * @param to the first local moment that no longer counts
 * @param all whether everything that fits is meant, and not a single thing
 */
public record Selection(
        @Nullable Integer ordinal,
        @Nullable String about,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        boolean all) {
    public static final int LAST = -1;
    public static final int THAT = 0;

    /** Whether one single thing was named, by its place or by its words, and not by a mere "it". */
    public boolean namesOne() {
        return !all && (about != null || (ordinal != null && ordinal != THAT));
    }
}

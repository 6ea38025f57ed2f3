package com.eindr.infra.positions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection has come according to its stored token. The token moves only when the projection commits
 * something: a projection that has no handler for the latest events looks as if it were behind. So a stored token counts
 * as far as the next event that the projection would handle.
 */
public interface StoredPositions {

    /** @param handled the stored names of the events that the projection handles; empty for all events */
    Stored stored(String projection, String[] handled);

    /**
     * @param owner the node that runs the projection; null where none does
     * @param head the last position of the log
     * @param reached everything up to here is in the projection's tables
     * @param nextAt when the first event that is not in its tables was recorded; null where there is none
     */
    record Stored(
            @Nullable String owner,
            long head,
            long reached,
            @Nullable Instant nextAt) {}
}

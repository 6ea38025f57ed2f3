package com.eindr.voice.web.deed;

import com.eindr.shared.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers for a while what was spoken of. Losing it costs a question back and nothing else, so it never fails: what cannot be
 * kept is forgotten.
 */
public interface Recollections {
    /** How long a conversation goes on; a person who leaves is forgotten within it. */
    Duration LASTS = Duration.ofMinutes(10);

    /** @param name of what is remembered, one of a few, or the id of a question */
    Optional<String> recall(UserId user, String name);

    void keep(UserId user, String name, String value);
}

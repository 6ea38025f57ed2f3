package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open request.
 *
 * @param userId who asks, or is asked; null for a request to an address
 * @param displayName of the one who asks; null of one who is asked, whom the person may not know
 */
public record RequestView(
        RequestId id,
        Direction direction,
        @Nullable UserId userId,
        @Nullable String displayName,
        Instant requestedAt,
        long version) {}

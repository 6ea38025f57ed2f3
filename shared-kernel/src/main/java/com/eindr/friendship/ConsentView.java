package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets one friend do.
 *
 * @param userId the friend
 * @param displayName the friend's; null until they say
 * @param since when this permission was set, or the friendship began
 * @param used how often the friend has made use of it since they are friends; tries under DENY are not told
 * @param lastUsedAt null for never
 */
public record ConsentView(
        UserId userId,
        @Nullable String displayName,
        Kind kind,
        Permission permission,
        Instant since,
        long used,
        @Nullable Instant lastUsedAt) {}

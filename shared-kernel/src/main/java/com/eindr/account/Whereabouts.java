package com.eindr.account;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is, and where they were before.
 *
 * @param left the zone of their profile before this one; null where there was none
 * @param leftAt when it changed
 */
public record Whereabouts(
        ZoneId timeZone, @Nullable ZoneId left, @Nullable Instant leftAt) {

    /** Whether the person was in {@code zone} until shortly ago: it changed at {@code since} or later. */
    public boolean hasLeft(ZoneId zone, Instant since) {
        return zone.equals(left) && leftAt != null && !leftAt.isBefore(since);
    }

    /** Whether the person, who may have been in {@code zone} once, has moved since they came and is elsewhere now. */
    public boolean isElsewhereThan(ZoneId zone) {
        return leftAt != null && !timeZone.equals(zone);
    }
}

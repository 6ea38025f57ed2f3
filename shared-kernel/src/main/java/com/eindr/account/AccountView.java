package com.eindr.account;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's account as they see it.
 *
 * @param leavesAt when it is erased; null where nobody asked for that
 */
public record AccountView(
        UserId userId,
        Profile profile,
        Preferences preferences,
        Subscription subscription,
        Instant registeredAt,
        @Nullable Instant leavesAt,
        long version) {}

package com.eindr.account;

import com.eindr.shared.UserId;
import java.time.Instant;

/** A person's account as they see it. */
public record AccountView(
        UserId userId,
        Profile profile,
        Preferences preferences,
        Subscription subscription,
        Instant registeredAt,
        long version) {}

package com.eindr.account;

import com.eindr.shared.UserId;
import java.time.Instant;

/** A person's account as they see it. */
public record AccountView(
        UserId userId, Profile profile, Preferences preferences, Instant registeredAt, long version) {}

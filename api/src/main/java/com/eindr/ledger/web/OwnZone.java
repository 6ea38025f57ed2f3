package com.eindr.ledger.web;

import com.eindr.account.Profiles;
import com.eindr.shared.UserId;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Knows in whose day a caller speaks of days. */
@Component
class OwnZone {
    private final Profiles profiles;

    OwnZone(Profiles profiles) {
        this.profiles = profiles;
    }

    ZoneId of(UserId user) {
        return profiles.profileOf(user).timeZone();
    }
}

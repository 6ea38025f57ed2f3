package com.eindr.reminder.web;

import com.eindr.account.Profiles;
import com.eindr.shared.UserId;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Knows where a person is, as their profile says; somebody we have just met is where everybody begins. */
@Component
class OwnerZone {
    private final Profiles profiles;

    OwnerZone(Profiles profiles) {
        this.profiles = profiles;
    }

    ZoneId of(UserId user) {
        return profiles.profileOf(user).timeZone();
    }
}

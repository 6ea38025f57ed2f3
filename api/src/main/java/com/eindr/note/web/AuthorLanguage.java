package com.eindr.note.web;

import com.eindr.account.Profiles;
import com.eindr.shared.UserId;
import org.springframework.stereotype.Component;

/** Knows in which language a person writes, as their profile says; somebody we have just met, as everybody begins. */
@Component
class AuthorLanguage {
    private final Profiles profiles;

    AuthorLanguage(Profiles profiles) {
        this.profiles = profiles;
    }

    String of(UserId user) {
        return profiles.profileOf(user).language();
    }
}

package com.eindr.note.web;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Profile;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Queries;
import org.springframework.stereotype.Component;

/** Knows in which language a person writes, as their profile says; somebody we have just met, as everybody begins. */
@Component
class AuthorLanguage {
    private final Queries queries;

    AuthorLanguage(Queries queries) {
        this.queries = queries;
    }

    String of(UserId user) {
        return queries.optional(new AccountOf(user), AccountView.class)
                .map(AccountView::profile)
                .orElse(Profile.INITIAL)
                .language();
    }
}

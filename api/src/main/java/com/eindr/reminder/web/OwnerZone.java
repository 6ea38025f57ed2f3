package com.eindr.reminder.web;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Profile;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Queries;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Knows where a person is, as their profile says; somebody we have just met is where everybody begins. */
@Component
class OwnerZone {
    private final Queries queries;

    OwnerZone(Queries queries) {
        this.queries = queries;
    }

    ZoneId of(UserId user) {
        return queries.optional(new AccountOf(user), AccountView.class)
                .map(AccountView::profile)
                .orElse(Profile.INITIAL)
                .timeZone();
    }
}

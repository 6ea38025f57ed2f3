package com.eindr.ledger.web;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Profile;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Queries;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Knows in whose day a caller speaks of days. */
@Component
class OwnZone {
    private final Queries queries;

    OwnZone(Queries queries) {
        this.queries = queries;
    }

    ZoneId of(UserId user) {
        return queries.optional(new AccountOf(user), AccountView.class)
                .map(AccountView::profile)
                .orElse(Profile.INITIAL)
                .timeZone();
    }
}

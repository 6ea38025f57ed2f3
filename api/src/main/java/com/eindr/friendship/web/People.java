package com.eindr.friendship.web;

import com.eindr.account.AccountQuery.AccountOfAnother;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.shared.UserId;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Queries;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What commands need to know of other people. It is asked of everybody alike, takes as long, and nothing of it is answered. */
@Component
class People {
    private static final Pattern USER_ID = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,128}");

    private final Queries queries;

    People(Queries queries) {
        this.queries = queries;
    }

    /** A user as a path names them. */
    static UserId of(String userId) {
        if (userId.isBlank() || !USER_ID.matcher(userId).matches()) {
            throw InvalidRequest.of("userId", "must have 1 to 128 characters, none of them control characters");
        }
        return new UserId(userId);
    }

    /** Whoever is not known takes requests, and never answers one. */
    boolean takesRequests(UserId user) {
        return queries.optional(new AccountOfAnother(user), AccountView.class)
                .map(AccountView::preferences)
                .orElse(Preferences.INITIAL)
                .allowFriendRequests();
    }

    ZoneId zoneOf(UserId user) {
        return queries.optional(new AccountOfAnother(user), AccountView.class)
                .map(AccountView::profile)
                .orElse(Profile.INITIAL)
                .timeZone();
    }
}

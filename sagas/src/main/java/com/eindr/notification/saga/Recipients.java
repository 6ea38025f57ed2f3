package com.eindr.notification.saga;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.QuietHours;
import com.eindr.shared.UserId;
import java.time.ZoneId;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows how those who are told something want to be told. */
@Component
class Recipients {
    private final QueryGateway queries;

    Recipients(QueryGateway queries) {
        this.queries = queries;
    }

    /** When somebody wants no push, and where they are. */
    record Quiet(@Nullable QuietHours hours, ZoneId timeZone) {}

    Quiet quiet(UserId recipient) {
        Optional<AccountView> account = queries.query(
                        new AccountOf(recipient), ResponseTypes.optionalInstanceOf(AccountView.class))
                .join();
        return new Quiet(
                account.map(AccountView::preferences)
                        .orElse(Preferences.INITIAL)
                        .quietHours(),
                account.map(AccountView::profile).orElse(Profile.INITIAL).timeZone());
    }
}

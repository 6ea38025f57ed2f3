package com.eindr.account.web;

import com.eindr.account.AccountView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who a person is, in JSON. */
@Schema(name = "Profile")
record ProfileBody(
        String userId,
        @Nullable String displayName,
        String language,
        String timeZone,
        Instant registeredAt,
        @Nullable Instant leavesAt,
        long version) {

    static ProfileBody of(AccountView account) {
        return new ProfileBody(
                account.userId().value(),
                account.profile().displayName(),
                account.profile().language(),
                account.profile().timeZone().getId(),
                account.registeredAt(),
                account.leavesAt(),
                account.version());
    }
}

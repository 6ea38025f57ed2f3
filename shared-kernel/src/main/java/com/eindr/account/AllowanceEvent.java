package com.eindr.account;

import com.eindr.shared.UserId;
import java.time.YearMonth;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an allowance. Stored for ever. */
public sealed interface AllowanceEvent {

    AllowanceId allowanceId();

    UserId userId();

    /** A person used one of what their plan limits in a month; recorded together with what they used it for. */
    @Revision("1")
    record AllowanceTaken(
            AllowanceId allowanceId,
            UserId userId,
            Feature feature,
            YearMonth month,
            @Nullable String with) implements AllowanceEvent {}
}

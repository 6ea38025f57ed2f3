package com.eindr.account;

import static java.util.Objects.requireNonNull;

import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
import java.time.YearMonth;
import java.util.UUID;

/** What one person may have of one feature in one calendar month; derived from the three, so that all its users meet. */
public record AllowanceId(UUID value) {
    public AllowanceId {
        requireNonNull(value, "value");
    }

    public static AllowanceId of(UserId user, Feature feature, YearMonth month) {
        return new AllowanceId(DerivedUuid.of("allowance", user.value(), feature.name(), month.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

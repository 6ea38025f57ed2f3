package com.eindr.friendship;

import static java.util.Objects.requireNonNull;

import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
import java.util.UUID;

/** The one count of a person's requests. */
public record RequestBudgetId(UUID value) {
    public RequestBudgetId {
        requireNonNull(value, "value");
    }

    public static RequestBudgetId of(UserId user) {
        return new RequestBudgetId(DerivedUuid.of("request-budget", user.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

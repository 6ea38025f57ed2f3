package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that counts towards how many friends a person may ask for. Stored for ever. */
public sealed interface RequestBudgetEvent {

    RequestBudgetId budgetId();

    UserId userId();

    /**
     * The person asked one more.
     *
     * @param other who was asked; null where that was an address nobody is known by
     */
    @Revision("1")
    record RequestCounted(
            RequestBudgetId budgetId,
            UserId userId,
            RequestId requestId,
            @Nullable UserId other,
            Instant at) implements RequestBudgetEvent {}

    /** The request is open no longer: it was accepted, or the person took it back. */
    @Revision("1")
    record RequestClosed(RequestBudgetId budgetId, UserId userId, RequestId requestId) implements RequestBudgetEvent {}
}

package com.eindr.friendship.command;

import com.eindr.friendship.RequestBudgetId;
import com.eindr.friendship.RequestId;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** Everybody's {@link RequestBudget}, for command handlers that ask for, or end, a request. */
public final class RequestBudgets {
    private final Repositories repositories;
    private final FriendshipPolicy policy;

    public RequestBudgets(Repositories repositories, FriendshipPolicy policy) {
        this.repositories = repositories;
        this.policy = policy;
    }

    /**
     * Counts one more open request.
     *
     * @param other null where nobody is known by the address
     * @throws com.eindr.shared.Refusal if too many are open, or were made today
     */
    void count(UserId user, RequestId request, @Nullable UserId other, Instant now) {
        budget(user).execute(budget -> budget.count(user, request, other, now, policy));
    }

    /** One request is open no more; ignored where it is not open. */
    void close(UserId user, RequestId request) {
        budget(user).execute(budget -> budget.close(request));
    }

    /** None of the user's requests to the other is open any more. */
    void closeAll(UserId user, UserId other) {
        budget(user).execute(budget -> budget.closeAll(other));
    }

    private Aggregate<RequestBudget> budget(UserId user) {
        return repositories.loadOrCreate(RequestBudget.class, RequestBudgetId.of(user), RequestBudget::new);
    }
}

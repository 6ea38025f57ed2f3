package com.eindr.friendship.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.RequestBudgetEvent;
import com.eindr.friendship.RequestBudgetEvent.RequestClosed;
import com.eindr.friendship.RequestBudgetEvent.RequestCounted;
import com.eindr.friendship.RequestBudgetId;
import com.eindr.friendship.RequestId;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * How many people somebody has asked to be friends. It counts what the one who asks believes: a request that was declined
 * in silence is open to them, and takes its place here, or the count would tell them.
 *
 * <p>It takes no commands: it is asked inside the handlers of others, and its event is appended together with theirs. Two
 * requests that arrive together meet in this stream, and the one that comes second is decided again.
 */
@Aggregate
class RequestBudget {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // The framework reads it.
    private @Nullable RequestBudgetId budgetId;

    private final Map<RequestId, RequestCounted> open = new LinkedHashMap<>();
    private @Nullable LocalDate day;
    private int ofTheDay;

    /** For the framework, which fills a new instance from the budget's events. */
    RequestBudget() {}

    void count(UserId user, RequestId request, @Nullable UserId other, Instant now, FriendshipPolicy policy) {
        if (open.size() >= policy.openRequests()) {
            throw FriendshipRefusal.TOO_MANY_OPEN_REQUESTS.refusal();
        }
        if (dayOf(now).equals(day) && ofTheDay >= policy.requestsPerDay()) {
            throw FriendshipRefusal.TOO_MANY_REQUESTS_TODAY.refusal();
        }
        apply(new RequestCounted(RequestBudgetId.of(user), user, request, other, now.truncatedTo(ChronoUnit.MILLIS)));
    }

    void close(RequestId request) {
        RequestCounted counted = open.get(request);
        if (counted != null) {
            apply(new RequestClosed(counted.budgetId(), counted.userId(), request));
        }
    }

    void closeAll(UserId other) {
        List<RequestId> toOther = open.values().stream()
                .filter(counted -> other.equals(counted.other()))
                .map(RequestCounted::requestId)
                .toList();
        toOther.forEach(this::close);
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @EventSourcingHandler
    void on(RequestBudgetEvent event) {
        budgetId = event.budgetId();
        switch (event) {
            case RequestCounted counted -> {
                open.put(counted.requestId(), counted);
                LocalDate today = dayOf(counted.at());
                ofTheDay = today.equals(day) ? ofTheDay + 1 : 1;
                day = today;
            }
            case RequestClosed closed -> open.remove(closed.requestId());
        }
    }
}

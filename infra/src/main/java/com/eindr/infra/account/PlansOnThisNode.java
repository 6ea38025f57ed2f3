package com.eindr.infra.account;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.Subscription;
import com.eindr.account.command.Plans;
import com.eindr.infra.live.TailListener;
import com.eindr.shared.UserId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The plans of the people whom this node has dealt with lately. Whoever is not known is read from their account's own
 * events, and forgotten when their plan changes: at once where that happens on this node, and from the tail of the log,
 * which every node follows, where it happens on another.
 *
 * <p>Reading and forgetting cannot pass each other: while a person's events are read, whoever wants them forgotten waits.
 * A change that was committed before the reading is read; one that is committed later is still to be heard of.
 */
@Component
class PlansOnThisNode implements Plans, TailListener, SmartInitializingSingleton {
    private static final int REMEMBERED = 100_000;

    /** A bound on what an event missed while the node was starting could do. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ObjectProvider<EventStore> store;
    private final Cache<UserId, Subscription> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(LIFETIME)
            .build();

    PlansOnThisNode(ObjectProvider<EventStore> store) {
        this.store = store;
    }

    @Override
    public Subscription of(UserId user) {
        return known.get(user, this::read);
    }

    @Override
    public void afterSingletonsInstantiated() {
        store.getObject().subscribe(events -> events.forEach(this::forgetIfChanged));
    }

    @Override
    public void begins(long position) {
        known.invalidateAll();
    }

    @Override
    public void on(TrackedEventMessage<?> event) {
        forgetIfChanged(event);
    }

    private void forgetIfChanged(EventMessage<?> event) {
        if (event.getPayload() instanceof AccountEvent fact
                && (fact instanceof PlanChanged || fact instanceof TrialStarted)) {
            known.invalidate(fact.userId());
        }
    }

    private Subscription read(UserId user) {
        Subscription subscription = Subscription.INITIAL;
        DomainEventStream events = store.getObject().readEvents(user.toString());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            if (event.getPayload() instanceof AccountEvent fact) {
                subscription = subscription.after(fact);
            }
        }
        return subscription;
    }
}

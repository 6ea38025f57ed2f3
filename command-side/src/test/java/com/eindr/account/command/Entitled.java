package com.eindr.account.command;

import com.eindr.account.Entitlements;
import com.eindr.account.Plan;
import com.eindr.account.Subscription;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.Repository;

/** Entitlements for fixtures: the real ones, on plans of the test's choice, with a log of their own. */
public final class Entitled {
    private final Map<UserId, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Subscription otherwise;
    final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    private Entitled(Subscription otherwise) {
        this.otherwise = otherwise;
    }

    /** Everybody is on this plan. */
    public static Entitlements to(Plan plan) {
        return by(plan).entitlements();
    }

    static Entitled by(Plan plan) {
        return new Entitled(new Subscription(plan, null));
    }

    Entitled with(UserId user, Subscription subscription) {
        subscriptions.put(user, subscription);
        return this;
    }

    Entitlements entitlements() {
        return PlannedEntitlements.of(user -> subscriptions.getOrDefault(user, otherwise), new Repositories() {
            @Override
            public <T> Repository<T> of(Class<T> aggregate) {
                return EventSourcingRepository.builder(aggregate)
                        .eventStore(store)
                        .build();
            }
        });
    }
}

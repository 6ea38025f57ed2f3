package com.eindr.friendship.command;

import com.eindr.friendship.FriendshipRefusal;
import com.eindr.shared.Refusal;
import com.eindr.shared.command.Repositories;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

/** For fixtures of one aggregate: everything beside it is in a log of its own, where the fixture does not see it. */
final class InMemoryBudgets {
    private InMemoryBudgets() {}

    static RequestBudgets budgets() {
        return new RequestBudgets(repositories(), FriendshipPolicy.USUAL);
    }

    static Repositories repositories() {
        EventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        return new Repositories() {
            @Override
            public <T> Repository<T> of(Class<T> aggregate) {
                return EventSourcingRepository.builder(aggregate)
                        .eventStore(store)
                        .build();
            }
        };
    }

    static void refused(ResultValidator<?> result, FriendshipRefusal reason) {
        Matcher<Refusal> because = new FeatureMatcher<>(Matchers.equalTo(reason), "a refusal because", "reason") {
            @Override
            protected FriendshipRefusal featureValueOf(Refusal refusal) {
                return (FriendshipRefusal) refusal.reason();
            }
        };
        result.expectException(because).expectNoEvents();
    }
}

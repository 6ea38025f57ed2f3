package com.eindr.friendship.command;

import com.eindr.account.Entitlements;
import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.FriendshipId;
import com.eindr.note.command.GivenNotesInOneCommit;
import com.eindr.reminder.command.GivenRemindersInOneCommit;
import com.eindr.reminder.command.Rfc5545Calendar;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.command.Repositories;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The real aggregates over an event store in memory: every command loads them from their events anew. */
final class InMemoryFriends {
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();
    private final ParameterResolverFactory parameters;

    InMemoryFriends(Clock clock, FriendshipPolicy policy) {
        this(clock, policy, Entitled.to(Plan.ELITE));
    }

    InMemoryFriends(Clock clock, FriendshipPolicy policy, Entitlements entitlements) {
        Repositories found = new Repositories() {
            @Override
            public <T> Repository<T> of(Class<T> aggregate) {
                return repository(aggregate);
            }
        };
        Rfc5545Calendar calendar = new Rfc5545Calendar(LocalTime.of(9, 0));
        Friendships friendships = new Friendships(found, policy);
        parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Friendship.class),
                new SimpleResourceParameterResolverFactory(List.of(
                        clock,
                        calendar,
                        new RequestBudgets(found, policy),
                        new Consent(friendships, entitlements, policy),
                        new Handover(
                                new GivenRemindersInOneCommit(found, calendar, clock),
                                new GivenNotesInOneCommit(found)))));
        List.of(Friendship.class, Invitation.class, Proposal.class).forEach(this::subscribe);
    }

    /**
     * What somebody was told.
     *
     * @param refusal null where it was done
     * @param version that they were told; 0 where nothing was
     */
    record Told(@Nullable RefusalReason refusal, long version) {}

    Told send(Object command) {
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (message, result) -> answer.set(result));
        CommandResultMessage<?> result = Objects.requireNonNull(answer.get());
        if (!result.isExceptional()) {
            return new Told(null, result.getPayload() instanceof Long version ? version : 0);
        }
        return switch (result.exceptionResult()) {
            case Refusal refusal -> new Told(refusal.reason(), 0);
            // The edge puts this into the words of a refusal; DomainRefusals is tested over HTTP.
            case AggregateNotFoundException none -> new Told(Absence.of(command), 0);
            default -> throw new AssertionError(Objects.toString(command), result.exceptionResult());
        };
    }

    List<FriendshipEvent> between(FriendshipId pair) {
        return store.readEvents(pair.toString(), 0)
                .asStream()
                .map(event -> (FriendshipEvent) event.getPayload())
                .toList();
    }

    List<Object> events(Object aggregateId) {
        return store.readEvents(aggregateId.toString(), 0)
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    /** From now on the pair is loaded from what has become of it, and from what happens after this. */
    void takeSnapshot(FriendshipId pair) {
        DomainEventStream stream = store.readEvents(pair.toString());
        Friendship friendship = new Friendship();
        stream.forEachRemaining(message -> {
            if (message.getPayload() instanceof FriendshipSnapshot snapshot) {
                friendship.on(snapshot);
            } else {
                friendship.on((FriendshipEvent) message.getPayload());
            }
        });
        store.storeSnapshot(new GenericDomainEventMessage<>(
                "Friendship", pair.toString(), stream.getLastSequenceNumber(), friendship.snapshot()));
    }

    private <T> void subscribe(Class<T> aggregate) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregate)
                .parameterResolverFactory(parameters)
                .repository(repository(aggregate))
                .build()
                .subscribe(bus);
    }

    @SuppressWarnings("unchecked") // Each class has the repository of its own.
    private <T> Repository<T> repository(Class<T> aggregate) {
        return (Repository<T>) repositories.computeIfAbsent(
                aggregate,
                type -> EventSourcingRepository.builder(aggregate)
                        .eventStore(store)
                        .parameterResolverFactory(parameters)
                        .build());
    }
}

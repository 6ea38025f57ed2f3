package com.eindr.habit.command;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
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
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The real aggregates over an event store in memory: every command loads them from their events anew. */
final class InMemoryHabits {
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();
    private final ParameterResolverFactory parameters;

    InMemoryHabits(Clock clock, Plan plan) {
        Repositories found = new Repositories() {
            @Override
            public <T> Repository<T> of(Class<T> aggregate) {
                return repository(aggregate);
            }
        };
        Rfc5545Calendar calendar = new Rfc5545Calendar(LocalTime.of(9, 0));
        parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Habit.class),
                new SimpleResourceParameterResolverFactory(List.of(
                        clock, calendar, Entitled.to(plan), new GivenRemindersInOneCommit(found, calendar, clock))));
        AggregateAnnotationCommandHandler.<Habit>builder()
                .aggregateType(Habit.class)
                .parameterResolverFactory(parameters)
                .repository(repository(Habit.class))
                .build()
                .subscribe(bus);
    }

    /** Null where it was done. */
    @Nullable
    RefusalReason send(Object command) {
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (message, result) -> answer.set(result));
        CommandResultMessage<?> result = Objects.requireNonNull(answer.get());
        if (!result.isExceptional()) {
            return null;
        }
        if (result.exceptionResult() instanceof Refusal refusal) {
            return refusal.reason();
        }
        throw new AssertionError(Objects.toString(command), result.exceptionResult());
    }

    List<Object> events(Object aggregateId) {
        return store.readEvents(aggregateId.toString(), 0)
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
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

package com.eindr.reminder.command;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;

/** The real aggregate over an event store in memory: every command loads it from its events anew. */
final class InMemoryReminders {
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    InMemoryReminders(Clock clock) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Reminder.class),
                new SimpleResourceParameterResolverFactory(List.of(
                        clock,
                        new Rfc5545Calendar(LocalTime.of(9, 0)),
                        new RingPolicy(Duration.ofMinutes(1)),
                        Entitled.to(Plan.ELITE))));
        AggregateAnnotationCommandHandler.<Reminder>builder()
                .aggregateType(Reminder.class)
                .parameterResolverFactory(parameters)
                .repository(EventSourcingRepository.builder(Reminder.class)
                        .eventStore(store)
                        .parameterResolverFactory(parameters)
                        .build())
                .build()
                .subscribe(bus);
    }

    /** Sends a command, and says why it was refused; null where it was not. */
    @Nullable
    ReminderRefusal send(Object command) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(command),
                (message, result) -> thrown.set(result.isExceptional() ? result.exceptionResult() : null));
        Throwable failure = thrown.get();
        if (failure == null) {
            return null;
        }
        if (failure instanceof Refusal refusal) {
            return (ReminderRefusal) refusal.reason();
        }
        throw new AssertionError(Objects.toString(command), failure);
    }

    /** From now on the reminder is loaded from what has become of it, and from what happens after this. */
    void takeSnapshot() {
        DomainEventStream stream = store.readEvents(ReminderFixture.ID.toString());
        ReminderSnapshot snapshot = read(stream).snapshot();
        store.storeSnapshot(new GenericDomainEventMessage<>(
                "Reminder", ReminderFixture.ID.toString(), stream.getLastSequenceNumber(), snapshot));
    }

    /** What has become of it, in plain values. */
    ReminderSnapshot state() {
        return read(store.readEvents(ReminderFixture.ID.toString())).snapshot();
    }

    private static Reminder read(DomainEventStream stream) {
        Reminder reminder = new Reminder();
        stream.forEachRemaining(message -> {
            if (message.getPayload() instanceof ReminderSnapshot snapshot) {
                reminder.on(snapshot);
            } else {
                reminder.on((ReminderEvent) message.getPayload());
            }
        });
        return reminder;
    }

    List<ReminderEvent> events() {
        return store.readEvents(ReminderFixture.ID.toString(), 0)
                .asStream()
                .map(event -> (ReminderEvent) event.getPayload())
                .toList();
    }
}

package com.eindr.ledger.command;

import com.eindr.account.Entitlements;
import com.eindr.friendship.FriendConsent;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
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
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The real aggregates over an event store in memory: every command loads them from their events anew. */
final class InMemoryLedger {
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();
    private final ParameterResolverFactory parameters;
    private final Acquaintances friends;

    InMemoryLedger(Clock clock, Entitlements entitlements, UserId... people) {
        Repositories found = new Repositories() {
            @Override
            public <T> Repository<T> of(Class<T> aggregate) {
                return repository(aggregate);
            }
        };
        friends = new Acquaintances(Set.of(people));
        parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Debt.class),
                new SimpleResourceParameterResolverFactory(List.of(
                        clock,
                        LedgerPolicy.USUAL,
                        NettingPolicy.USUAL,
                        MovePolicy.USUAL,
                        new Counterparties(friends, entitlements),
                        new Circles(friends),
                        new PairAccounts(found))));
        subscribe(Debt.class);
        subscribe(Settlement.class);
        subscribe(Netting.class);
        subscribe(DebtMove.class);
    }

    /** From now on these are not friends of anybody. */
    void estrange(UserId user) {
        friends.strangers.put(user, true);
    }

    /** From now on these two are no friends; each may be friends with others. */
    void part(UserId one, UserId other) {
        friends.apart.add(Set.of(one, other));
    }

    void permit(UserId user, Permission permission) {
        friends.grants.put(user, permission);
    }

    /** What the command is answered with: null where it is done. */
    @Nullable
    Refusal send(Object command) {
        // The log would let nobody begin a stream twice; this one has no index that says so.
        if (command instanceof RecordDebt debt && !events(debt.debtId()).isEmpty()) {
            return LedgerRefusal.DEBT_EXISTS.refusal();
        }
        if (command instanceof ProposeSettlement settlement
                && !events(settlement.settlementId()).isEmpty()) {
            return LedgerRefusal.SETTLEMENT_EXISTS.refusal();
        }
        if (command instanceof ProposeNetting netting
                && !events(netting.nettingId()).isEmpty()) {
            return LedgerRefusal.NETTING_EXISTS.refusal();
        }
        if (command instanceof ProposeDebtMove move && !events(move.moveId()).isEmpty()) {
            return LedgerRefusal.MOVE_EXISTS.refusal();
        }
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (message, result) -> answer.set(result));
        CommandResultMessage<?> result = Objects.requireNonNull(answer.get());
        if (!result.isExceptional()) {
            return null;
        }
        return switch (result.exceptionResult()) {
            case Refusal refusal -> refusal;
            // The edge puts this into the words of a refusal; DomainRefusals is tested over HTTP.
            case AggregateNotFoundException none -> LedgerRefusal.DEBT_NOT_FOUND.refusal();
            default -> throw new AssertionError(Objects.toString(command), result.exceptionResult());
        };
    }

    List<Object> events(Object aggregateId) {
        return store.readEvents(aggregateId.toString(), 0)
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    /** Every event, in the order of the log. */
    Stream<Object> log() {
        return engine.readEvents(null, false).map(EventMessage::getPayload);
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

    /** A circle in which everybody is everybody's friend, and each has one rule for all. */
    private static final class Acquaintances implements FriendConsent {
        private final Set<UserId> people;
        private final Map<UserId, Permission> grants = new HashMap<>();
        private final Map<UserId, Boolean> strangers = new HashMap<>();
        private final Set<Set<UserId>> apart = new HashSet<>();

        Acquaintances(Set<UserId> people) {
            this.people = people;
        }

        @Override
        public Permission use(UserId by, UserId friend, Kind kind, Instant now) {
            requireFriends(by, friend);
            return grants.getOrDefault(friend, Permission.ASK);
        }

        @Override
        public void requireFriends(UserId one, UserId other) {
            if (!areFriends(one, other)) {
                throw FriendshipRefusal.FRIEND_NOT_FOUND.refusal();
            }
        }

        @Override
        public boolean areFriends(UserId one, UserId other) {
            return people.contains(one)
                    && people.contains(other)
                    && !strangers.containsKey(one)
                    && !strangers.containsKey(other)
                    && !apart.contains(Set.of(one, other));
        }
    }
}

package com.eindr.infra.audit;

import com.eindr.infra.axon.StoredJson;
import com.eindr.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an aggregate was at a moment of the past: its events up to there, handled by the aggregate itself as for a command.
 * Nothing is taken from a snapshot, and nothing is recorded.
 */
@Component
final class PastStates {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Configuration axon;
    private final EventStore events;
    private final AnnotatedAggregateMetaModelFactory models;
    private final Map<String, Optional<Folding<?>>> foldings = new ConcurrentHashMap<>();
    private final JsonMapper json;

    PastStates(Configuration axon, EventStore events, ParameterResolverFactory parameters, HandlerDefinition handlers) {
        this.axon = axon;
        this.events = events;
        this.models = new AnnotatedAggregateMetaModelFactory(parameters, handlers);
        JsonMapper.Builder mapper = JsonMapper.builder().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        StoredJson.configure(mapper);
        this.json = mapper.build();
    }

    /**
     * @param version the aggregate's version then, counted from 1
     * @param lastVersion its version now
     * @param at when it came to be what it then was
     * @param state the aggregate's fields, without those that are null
     */
    record PastState(
            String aggregateId,
            String aggregateType,
            long version,
            long lastVersion,
            Instant at,
            Map<String, Object> state) {}

    /** After so many events. */
    PastState atVersion(String aggregateId, long version) {
        long last = lastVersion(aggregateId);
        if (version > last) {
            throw Refusal.of(AuditRefusal.STATE_NOT_FOUND, "the last version is " + last);
        }
        return state(aggregateId, last, event -> event.getSequenceNumber() < version);
    }

    /** After all events up to a moment, by the clock of whoever recorded them. */
    PastState at(String aggregateId, Instant moment) {
        return state(
                aggregateId,
                lastVersion(aggregateId),
                event -> !event.getTimestamp().isAfter(moment));
    }

    PastState now(String aggregateId) {
        return state(aggregateId, lastVersion(aggregateId), event -> true);
    }

    /** The fields of an aggregate, as they are shown. */
    Map<String, Object> fields(Object aggregate) {
        return json.convertValue(aggregate, FIELDS);
    }

    private long lastVersion(String aggregateId) {
        return events.lastSequenceNumberFor(aggregateId)
                        .orElseThrow(() -> Refusal.of(AuditRefusal.STREAM_NOT_FOUND, "no stream has this id"))
                + 1;
    }

    /** As it was before the first event that is not {@code within}; what comes behind is not even read as an object. */
    private PastState state(String aggregateId, long lastVersion, Predicate<DomainEventMessage<?>> within) {
        List<DomainEventMessage<?>> past = new ArrayList<>();
        DomainEventStream stream = events.readEvents(aggregateId, 0);
        while (stream.hasNext() && within.test(stream.peek())) {
            past.add(stream.next());
        }
        if (past.isEmpty()) {
            throw Refusal.of(AuditRefusal.STATE_NOT_FOUND, "the stream begins later");
        }
        DomainEventMessage<?> last = past.getLast();
        Folding<?> folding = foldings.computeIfAbsent(last.getType(), this::folding)
                .orElseThrow(() -> Refusal.of(AuditRefusal.STATE_NOT_FOUND, "the stream is not that of an aggregate"));
        return new PastState(
                last.getAggregateIdentifier(),
                last.getType(),
                last.getSequenceNumber() + 1,
                Math.max(lastVersion, last.getSequenceNumber() + 1),
                last.getTimestamp(),
                folding.of(past).invoke(this::fields));
    }

    private Optional<Folding<?>> folding(String type) {
        for (AggregateConfiguration<?> aggregate : axon.findModules(AggregateConfiguration.class)) {
            Folding<?> folding = folding(aggregate);
            if (folding.model().type().equals(type)) {
                return Optional.of(folding);
            }
        }
        return Optional.empty();
    }

    private <T> Folding<T> folding(AggregateConfiguration<T> aggregate) {
        return new Folding<>(aggregate, models.createModel(aggregate.aggregateType(), Set.of()), events);
    }

    /** How events become an aggregate of one kind. */
    private record Folding<T>(AggregateConfiguration<T> aggregate, AggregateModel<T> model, EventStore events) {

        EventSourcedAggregate<T> of(List<DomainEventMessage<?>> past) {
            DomainEventMessage<?> first = past.getFirst();
            T root = aggregate.aggregateFactory().createAggregateRoot(first.getAggregateIdentifier(), first);
            EventSourcedAggregate<T> folded =
                    EventSourcedAggregate.initialize(root, model, events, NoSnapshotTriggerDefinition.TRIGGER);
            folded.initializeState(DomainEventStream.of(past));
            return folded;
        }
    }
}

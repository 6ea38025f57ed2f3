package com.eindr.infra.stream;

import com.eindr.infra.eventlog.StoredEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Stored events as the present code knows them, without making objects of them. */
@Component
class PresentEvents {
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final ConcurrentHashMap<String, Optional<Kind>> kinds = new ConcurrentHashMap<>();

    PresentEvents(@Qualifier("eventSerializer") Serializer serializer, List<EventUpcaster> upcasters) {
        this.serializer = serializer;
        this.upcasters = new EventUpcasterChain(upcasters);
    }

    /**
     * What all events of one class have in common.
     *
     * @param type by which consumers know it
     */
    record Kind(String type, String revision, Shape.Parts shape) {}

    /** @param payload JSON of the revision that its kind has now */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way.
    record Present(Kind kind, byte[] payload) {}

    /** What a stored event is now: nothing where an upcaster has dropped it, or nobody knows it any more. */
    List<Present> of(StoredEvent event) {
        Kind kind =
                kinds.computeIfAbsent(event.payloadType(), PresentEvents::kind).orElse(null);
        if (kind != null && kind.revision().equals(event.payloadRevision())) {
            return List.of(new Present(kind, event.payload()));
        }
        var entry = new GenericDomainEventEntry<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequenceNumber(),
                event.eventId(),
                event.timestamp(),
                event.payloadType(),
                event.payloadRevision(),
                event.payload(),
                event.metaData());
        Stream<IntermediateEventRepresentation> lifted =
                upcasters.upcast(Stream.of(new InitialEventRepresentation(entry, serializer)));
        return lifted.flatMap(this::present).toList();
    }

    private Stream<Present> present(IntermediateEventRepresentation lifted) {
        SerializedObject<byte[]> data = lifted.getData(byte[].class);
        return kinds
                .computeIfAbsent(data.getType().getName(), PresentEvents::kind)
                .filter(kind -> Objects.equals(kind.revision(), data.getType().getRevision()))
                .map(kind -> new Present(kind, data.getData()))
                .stream();
    }

    private static Optional<Kind> kind(String className) {
        if (!className.startsWith("com.eindr.")) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName(className, false, PresentEvents.class.getClassLoader());
            Revision revision = type.getAnnotation(Revision.class);
            return type.isRecord() && revision != null
                    ? Optional.of(new Kind(type.getSimpleName(), revision.value(), Shape.of(type)))
                    : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}

package com.eindr.infra.erasure;

import com.eindr.infra.axon.StoredJson;
import com.eindr.shared.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the log has recorded in the streams that are one person's alone, with their words, and without anybody else's. */
@Component
final class OwnEvents {
    private final EventStore log;

    OwnEvents(EventStore log) {
        this.log = log;
    }

    /**
     * Every event of one stream, as a line of JSON each.
     *
     * @param stream the id of an aggregate that is the person's
     */
    void of(UserId person, String stream, Consumer<String> lines) {
        JsonMapper.Builder mapper = JsonMapper.builder();
        StoredJson.configure(mapper, new OwnWords(person));
        JsonMapper json = mapper.build();
        DomainEventStream events = log.readEvents(stream);
        while (events.hasNext()) {
            lines.accept(json.writeValueAsString(line(events.next())));
        }
    }

    private static Map<String, Object> line(DomainEventMessage<?> message) {
        Class<?> type = message.getPayloadType();
        Revision revision = type.getAnnotation(Revision.class);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "event");
        line.put("type", type.getSimpleName());
        line.put("revision", revision == null ? "" : revision.value());
        line.put("stream", message.getAggregateIdentifier());
        line.put("version", message.getSequenceNumber() + 1);
        line.put("at", message.getTimestamp().toString());
        line.put("event", message.getPayload());
        return line;
    }
}

package com.eindr.infra.audit;

import com.eindr.infra.eventlog.StoredEvent;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event for people to read, as it is stored: what is encrypted there is encrypted here.
 *
 * @param version the aggregate's version after it, counted from 1
 */
record EventBody(
        long position,
        String eventId,
        String aggregateId,
        @Nullable String aggregateType,
        long version,
        String type,
        @Nullable String revision,
        Instant timestamp,
        Map<String, Object> payload,
        Map<String, Object> metaData) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    static EventBody of(StoredEvent event) {
        String type = event.payloadType();
        return new EventBody(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.aggregateType(),
                event.sequenceNumber() + 1,
                type.substring(Math.max(type.lastIndexOf('$'), type.lastIndexOf('.')) + 1),
                event.payloadRevision(),
                event.timestamp(),
                object(event.payload()),
                object(event.metaData()));
    }

    /** Bytes that somebody damaged are shown, too. */
    private static Map<String, Object> object(byte[] bytes) {
        try {
            return JSON.readValue(bytes, OBJECT);
        } catch (JacksonException e) {
            return Map.of("unreadable", Base64.getEncoder().encodeToString(bytes));
        }
    }
}

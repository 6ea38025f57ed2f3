package com.eindr.infra.audit;

import com.eindr.infra.eventlog.StoredEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, with nothing left out, so that its hash can be computed from it.
 *
 * @param payload the stored bytes as text, which they are; null for bytes that are no UTF-8, which then are in
 *     {@code payloadBase64}. The same goes for {@code metaData}.
 */
record EventLine(
        long position,
        String eventId,
        String aggregateId,
        long sequenceNumber,
        @Nullable String aggregateType,
        String payloadType,
        @Nullable String payloadRevision,
        String timestamp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payloadBase64,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metaData,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metaDataBase64) {

    static EventLine of(StoredEvent event) {
        String payload = text(event.payload());
        String metaData = text(event.metaData());
        return new EventLine(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.sequenceNumber(),
                event.aggregateType(),
                event.payloadType(),
                event.payloadRevision(),
                event.timestamp().toString(),
                payload,
                payload == null ? Base64.getEncoder().encodeToString(event.payload()) : null,
                metaData,
                metaData == null ? Base64.getEncoder().encodeToString(event.metaData()) : null);
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}

package com.eindr.infra.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * One event as the table holds it.
 *
 * @param sequenceNumber the event's place in its aggregate's stream, from 0
 * @param type the aggregate's type; null for an event of no aggregate
 * @param timestamp UTC, whole microseconds, because that is what PostgreSQL keeps
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to or from JDBC; nobody compares rows
record EventRow(
        UUID eventId,
        String aggregateId,
        long sequenceNumber,
        @Nullable String type,
        String payloadType,
        @Nullable String payloadRevision,
        Instant timestamp,
        byte[] payload,
        byte[] metaData)
        implements DomainEventData<byte[]> {

    static EventRow of(DomainEventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        return new EventRow(
                UUID.fromString(event.getIdentifier()),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                storable(event.getTimestamp()),
                payload.getData(),
                event.serializeMetaData(serializer, byte[].class).getData());
    }

    /** The present row of a result whose columns are in the order of these components. */
    static EventRow read(ResultSet result) throws SQLException {
        return new EventRow(
                result.getObject(1, UUID.class),
                result.getString(2),
                result.getLong(3),
                result.getString(4),
                result.getString(5),
                result.getString(6),
                result.getObject(7, OffsetDateTime.class).toInstant(),
                result.getBytes(8),
                result.getBytes(9));
    }

    /** The moment as it will be read back. */
    static Instant storable(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Roughly what the event adds to a statement. */
    int bytes() {
        return payload.length + metaData.length + 200;
    }

    @Override
    public String getEventIdentifier() {
        return eventId.toString();
    }

    @Override
    public Instant getTimestamp() {
        return timestamp;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metaData, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, payloadType, payloadRevision);
    }

    @Override
    public @Nullable String getType() {
        return type;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequenceNumber;
    }
}

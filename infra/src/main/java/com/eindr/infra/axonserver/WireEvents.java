package com.eindr.infra.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.Objects;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Events as they travel to Axon Server: our JSON inside its messages ({@code event.proto}). */
final class WireEvents {
    private final Serializer serializer;
    private final GrpcMetaDataConverter metaData;

    WireEvents(Serializer serializer) {
        this.serializer = new GrpcMetaDataAwareSerializer(serializer);
        this.metaData = new GrpcMetaDataConverter(serializer);
    }

    /** Reads what {@link #write} has written. */
    Serializer serializer() {
        return serializer;
    }

    /** Axon Server keeps whole milliseconds of an event's time. */
    Event write(DomainEventMessage<?> event) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        Event.Builder written = Event.newBuilder()
                .setMessageIdentifier(event.getIdentifier())
                .setTimestamp(event.getTimestamp().toEpochMilli())
                .setAggregateIdentifier(event.getAggregateIdentifier())
                .setAggregateSequenceNumber(event.getSequenceNumber())
                .setAggregateType(Objects.requireNonNullElse(event.getType(), ""))
                .setPayload(io.axoniq.axonserver.grpc.SerializedObject.newBuilder()
                        .setType(payload.getType().getName())
                        .setRevision(
                                Objects.requireNonNullElse(payload.getType().getRevision(), ""))
                        .setData(ByteString.copyFrom(payload.getData())));
        event.getMetaData().forEach((name, value) -> written.putMetaData(name, metaData.convertToMetaDataValue(value)));
        return written.build();
    }
}

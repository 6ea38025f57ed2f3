package com.eindr.infra.proof;

import com.eindr.infra.eventlog.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event as the leaf of the tree: every column and the position, each as its length and its bytes, so that no two
 * different events have the same bytes. The layout is a promise to everybody who verifies (docs/audit.md); another one
 * would get another name.
 */
final class EventLeaf {
    private static final String NAME = "eindr-event/1";
    private static final int ABSENT = -1;

    private EventLeaf() {}

    static byte[] bytes(StoredEvent event) {
        Fields fields = new Fields(event.payload().length + event.metaData().length + 400);
        fields.add(NAME);
        fields.add(Long.toString(event.position()));
        fields.add(event.eventId());
        fields.add(event.aggregateId());
        fields.add(Long.toString(event.sequenceNumber()));
        fields.add(event.aggregateType());
        fields.add(event.payloadType());
        fields.add(event.payloadRevision());
        fields.add(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, event.timestamp())));
        fields.add(event.payload());
        fields.add(event.metaData());
        return fields.bytes.toByteArray();
    }

    static byte[] hash(StoredEvent event, MerkleHash hash) {
        return hash.leaf(bytes(event));
    }

    private static final class Fields {
        private final ByteArrayOutputStream bytes;

        private Fields(int size) {
            bytes = new ByteArrayOutputStream(size);
        }

        private void add(@Nullable String text) {
            if (text == null) {
                length(ABSENT);
            } else {
                add(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        private void add(byte[] field) {
            length(field.length);
            bytes.writeBytes(field);
        }

        private void length(int length) {
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        }
    }
}

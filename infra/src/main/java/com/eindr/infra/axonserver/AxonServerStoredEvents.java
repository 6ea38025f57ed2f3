package com.eindr.infra.axonserver;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.eventlog.StoredEvents;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the log of Axon Server as it is stored. Axon Server keeps meta-data as a map and not as bytes; here they are the
 * JSON of that map, sorted by name, so that they are the same bytes for everybody who reads the event.
 */
final class AxonServerStoredEvents implements StoredEvents {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reading so many events more costs about as much as asking once more. */
    private static final int NEAR = 50;

    private static final int AT_ONCE = 500;

    private final AxonServerCalls calls;

    AxonServerStoredEvents(AxonServerCalls calls) {
        this.calls = calls;
    }

    @Override
    public long last() {
        return calls.position();
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return calls.after(position, limit).stream()
                .map(AxonServerStoredEvents::stored)
                .toList();
    }

    @Override
    public List<StoredEvent> at(List<Long> positions) {
        List<StoredEvent> found = new ArrayList<>();
        for (int from = 0, to; from < positions.size(); from = to) {
            to = endOfRun(positions, from);
            found.addAll(among(positions.subList(from, to)));
        }
        return found;
    }

    /** Where positions that are near each other end: they are read at once, with what is between them. */
    private static int endOfRun(List<Long> positions, int from) {
        int to = from + 1;
        while (to < positions.size() && positions.get(to) - positions.get(to - 1) <= NEAR) {
            to++;
        }
        return to;
    }

    private List<StoredEvent> among(List<Long> run) {
        Set<Long> wanted = Set.copyOf(run);
        List<StoredEvent> found = new ArrayList<>();
        long position = run.getFirst() - 1;
        while (position < run.getLast()) {
            List<EventWithToken> read = calls.after(position, (int) Math.min(AT_ONCE, run.getLast() - position));
            if (read.isEmpty()) {
                break;
            }
            read.stream()
                    .filter(event -> wanted.contains(event.getToken() + 1))
                    .map(AxonServerStoredEvents::stored)
                    .forEach(found::add);
            position += read.size();
        }
        return found;
    }

    private static StoredEvent stored(EventWithToken found) {
        Event event = found.getEvent();
        return new StoredEvent(
                found.getToken() + 1,
                event.getMessageIdentifier(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                orNull(event.getAggregateType()),
                event.getPayload().getType(),
                orNull(event.getPayload().getRevision()),
                Instant.ofEpochMilli(event.getTimestamp()),
                event.getPayload().getData().toByteArray(),
                metaData(event.getMetaDataMap()));
    }

    /** The wire has no null. */
    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static byte[] metaData(Map<String, MetaDataValue> values) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name, plain(value)));
        return JSON.writeValueAsBytes(sorted);
    }

    private static Object plain(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> value.getTextValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case BOOLEAN_VALUE -> value.getBooleanValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case BYTES_VALUE ->
                Map.of(
                        "type", value.getBytesValue().getType(),
                        "data",
                                Base64.getEncoder()
                                        .encodeToString(
                                                value.getBytesValue().getData().toByteArray()));
            case DATA_NOT_SET -> "";
        };
    }
}

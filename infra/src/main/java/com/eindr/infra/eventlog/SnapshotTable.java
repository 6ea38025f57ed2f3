package com.eindr.infra.eventlog;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest snapshot of each aggregate that has one (docs/decisions/0013). One that this code did not write, or cannot
 * read, is as good as none: the aggregate is then loaded from all its events.
 */
public final class SnapshotTable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotTable.class);

    private static final String READ = """
        SELECT event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload_revision,
               time_stamp, payload, meta_data
          FROM snapshot_event_entry WHERE aggregate_identifier = ?\
        """;

    // Another node may have been faster; but what one of another version left never stands in the way.
    private static final String STORE = """
        INSERT INTO snapshot_event_entry AS kept (event_identifier, aggregate_identifier, sequence_number, type,
               payload_type, payload_revision, time_stamp, payload, meta_data)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (aggregate_identifier) DO UPDATE SET
               event_identifier = EXCLUDED.event_identifier, sequence_number = EXCLUDED.sequence_number,
               type = EXCLUDED.type, payload_type = EXCLUDED.payload_type,
               payload_revision = EXCLUDED.payload_revision, time_stamp = EXCLUDED.time_stamp,
               payload = EXCLUDED.payload, meta_data = EXCLUDED.meta_data
         WHERE kept.sequence_number <= EXCLUDED.sequence_number
            OR kept.payload_type <> EXCLUDED.payload_type
            OR kept.payload_revision IS DISTINCT FROM EXCLUDED.payload_revision\
        """;

    private final LogSql sql;
    private final Serializer serializer;
    private final SnapshotFilter present;
    private final SnapshotsAtHand atHand;

    public SnapshotTable(
            DataSource dataSource, Serializer serializer, RevisionResolver revisions, SnapshotsAtHand atHand) {
        this.atHand = atHand;
        this.sql = new LogSql(dataSource);
        this.serializer = serializer;
        this.present = data -> isPresent(data, serializer, revisions);
    }

    /** Whether a snapshot has the revision that its class has now. */
    private static boolean isPresent(DomainEventData<?> data, Serializer serializer, RevisionResolver revisions) {
        SerializedType stored = data.getPayload().getType();
        Class<?> type = serializer.classForType(stored);
        return type != UnknownSerializedType.class && Objects.equals(revisions.revisionOf(type), stored.getRevision());
    }

    /** Keeps a snapshot, unless a later one is kept already. */
    public void store(DomainEventMessage<?> snapshot) {
        EventRow row = EventRow.of(snapshot, serializer);
        sql.update(
                STORE,
                row.eventId(),
                row.aggregateId(),
                row.sequenceNumber(),
                row.type(),
                row.payloadType(),
                row.payloadRevision(),
                row.timestamp().atOffset(ZoneOffset.UTC),
                row.payload(),
                row.metaData());
    }

    /** The snapshot of an aggregate; empty also for one that cannot be used. */
    public Optional<DomainEventMessage<?>> read(String aggregateId) {
        return atHand.find(aggregateId).or(() -> row(aggregateId).flatMap(this::message));
    }

    private Optional<DomainEventMessage<?>> message(EventRow row) {
        try {
            if (!present.allow(row)) {
                LOGGER.info(
                        "The snapshot of {} is a {} of revision {}, which is not the present one; all events are read.",
                        row.aggregateId(),
                        row.payloadType(),
                        row.payloadRevision());
                return Optional.empty();
            }
            // Now, not when it is used: then it would be too late to do without.
            Object payload = Objects.requireNonNull(serializer.<byte[], Object>deserialize(row.getPayload()));
            return Optional.of(new GenericDomainEventMessage<>(
                    row.getType(),
                    row.aggregateId(),
                    row.sequenceNumber(),
                    payload,
                    MetaData.emptyInstance(),
                    row.getEventIdentifier(),
                    row.timestamp()));
        } catch (RuntimeException e) {
            LOGGER.warn("The snapshot of {} cannot be read; all events are.", row.aggregateId(), e);
            return Optional.empty();
        }
    }

    private Optional<EventRow> row(String aggregateId) {
        return sql.query(
                result -> result.next() ? Optional.of(EventRow.read(result)) : Optional.empty(), READ, aggregateId);
    }
}

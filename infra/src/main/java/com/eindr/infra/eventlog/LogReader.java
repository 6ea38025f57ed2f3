package com.eindr.infra.eventlog;

import com.eindr.infra.eventlog.RecentEvents.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Reads the log; each read sees everything committed before it.
 */
public final class LogReader {
    private static final String COLUMNS = "SELECT event_identifier, aggregate_identifier, sequence_number, type,"
            + " payload_type, payload_revision, time_stamp, payload, meta_data, global_index FROM domain_event_entry ";
    private static final String STREAM =
            COLUMNS + "WHERE aggregate_identifier = ? AND sequence_number >= ? ORDER BY sequence_number";
    private static final String AFTER = COLUMNS + "WHERE global_index > ? ORDER BY global_index LIMIT ?";
    private static final String AT = COLUMNS + "WHERE global_index = ANY (?) ORDER BY global_index";
    private static final String HEAD = "SELECT position FROM event_log_head";
    private static final String LAST_OF =
            "SELECT max(sequence_number) FROM domain_event_entry WHERE aggregate_identifier = ?";
    private static final String BEFORE = "SELECT min(global_index) - 1 FROM domain_event_entry WHERE time_stamp >= ?";

    private final LogSql sql;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public LogReader(DataSource dataSource, Serializer serializer, EventUpcaster upcasters) {
        this.sql = new LogSql(dataSource);
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The position of the last event; 0 for an empty log. */
    public long head() {
        return number(HEAD).orElseThrow(() -> new EventStoreException("the event log has no head row"));
    }

    OptionalLong lastSequenceNumber(String aggregateId) {
        return number(LAST_OF, aggregateId);
    }

    /** The position before the first event that happened at the moment or later; the head where there is none. */
    long positionBefore(Instant moment) {
        return number(BEFORE, moment.atOffset(ZoneOffset.UTC)).orElseGet(this::head);
    }

    /** The events of one aggregate, from a place in its stream on, all of them in one round trip. */
    List<EventRow> stream(String aggregateId, long firstSequenceNumber) {
        return sql.query(
                result -> {
                    List<EventRow> rows = new ArrayList<>();
                    while (result.next()) {
                        rows.add(EventRow.read(result));
                    }
                    return rows;
                },
                STREAM,
                aggregateId,
                firstSequenceNumber);
    }

    /** The entries behind a position, in order and without holes; fewer than {@code limit} only at the end. */
    public List<LogEntry> after(long position, int limit) {
        return sql.query(LogReader::entries, AFTER, position, limit);
    }

    /** The entries at these positions, in order. */
    public List<LogEntry> at(List<Long> positions) {
        return sql.query(LogReader::entries, AT, (Object) positions.toArray(Long[]::new));
    }

    private static List<LogEntry> entries(ResultSet result) throws SQLException {
        List<LogEntry> entries = new ArrayList<>();
        while (result.next()) {
            entries.add(new LogEntry(result.getLong(10), EventRow.read(result)));
        }
        return entries;
    }

    /** One event as it was read, to be deserialised where and when it suits. */
    public record LogEntry(long position, EventRow row) {}

    /** What stands at a position, in the present revisions. */
    public List<TrackedEventMessage<?>> messages(LogEntry entry) {
        var data = new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(entry.position()), entry.row());
        Stream<? extends TrackedEventMessage<?>> messages =
                EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(data), serializer, upcasters);
        return messages.<TrackedEventMessage<?>>map(message -> message).toList();
    }

    Entry entry(LogEntry read) {
        return new Entry(read.position(), messages(read));
    }

    private OptionalLong number(String query, Object... parameters) {
        return sql.query(
                result -> {
                    if (!result.next()) {
                        return OptionalLong.empty();
                    }
                    long number = result.getLong(1);
                    return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
                },
                query,
                parameters);
    }
}

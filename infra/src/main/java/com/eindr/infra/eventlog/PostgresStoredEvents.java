package com.eindr.infra.eventlog;

import com.eindr.infra.eventlog.LogReader.LogEntry;
import java.util.List;
import javax.sql.DataSource;

/** Every position in the table is final, as the statement that appends holds the head row: all of it is safe to read. */
public final class PostgresStoredEvents implements StoredEvents {
    /** Of the rows and not of the head row, which would not notice that rows are gone. */
    private static final String LAST = "SELECT coalesce(max(global_index), 0) FROM domain_event_entry";

    private final LogSql sql;
    private final LogReader reader;

    public PostgresStoredEvents(DataSource dataSource, LogReader reader) {
        this.sql = new LogSql(dataSource);
        this.reader = reader;
    }

    @Override
    public long last() {
        return sql.query(result -> result.next() ? result.getLong(1) : 0L, LAST);
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return stored(reader.after(position, limit));
    }

    @Override
    public List<StoredEvent> at(List<Long> positions) {
        return stored(reader.at(positions));
    }

    private static List<StoredEvent> stored(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> stored(entry.position(), entry.row()))
                .toList();
    }

    private static StoredEvent stored(long position, EventRow row) {
        return new StoredEvent(
                position,
                row.eventId().toString(),
                row.aggregateId(),
                row.sequenceNumber(),
                row.type(),
                row.payloadType(),
                row.payloadRevision(),
                row.timestamp(),
                row.payload(),
                row.metaData());
    }
}

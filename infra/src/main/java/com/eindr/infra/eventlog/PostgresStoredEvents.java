package com.eindr.infra.eventlog;

import com.eindr.infra.eventlog.LogReader.LogEntry;
import java.util.ArrayList;
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
        List<StoredEvent> events = new ArrayList<>();
        for (LogEntry entry : reader.after(position, limit)) {
            events.add(stored(entry.position(), entry.row()));
        }
        return events;
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

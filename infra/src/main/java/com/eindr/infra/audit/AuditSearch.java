package com.eindr.infra.audit;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.eventlog.StoredEvents;
import com.eindr.shared.Slice;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds events: where they stand is in the tables of the projection {@code audit}, what they say in the log. */
@Component
final class AuditSearch {
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final StoredEvents log;

    AuditSearch(JdbcClient database, StoredEvents log) {
        this.database = database;
        this.log = log;
    }

    /** The first events that are asked for, in order; the cursor is the position of the last of them. */
    Slice<StoredEvent> page(AuditQuestion question, int limit) {
        if (question.isForAll()) {
            List<StoredEvent> events = log.after(question.after(), limit + 1);
            return events.size() <= limit
                    ? new Slice<>(events, null)
                    : new Slice<>(
                            events.subList(0, limit),
                            Long.toString(events.get(limit - 1).position()));
        }
        List<Long> positions = new FoundPositions(database, question).after(question.after(), limit + 1);
        return positions.size() <= limit
                ? new Slice<>(log.at(positions), null)
                : new Slice<>(
                        log.at(positions.subList(0, limit)),
                        positions.get(limit - 1).toString());
    }

    /**
     * All that is asked for, up to the end that the log has now.
     *
     * @param events read as they are taken
     */
    record Found(long count, Iterator<StoredEvent> events) {}

    Found all(AuditQuestion question) {
        long after = question.after();
        if (question.isForAll()) {
            long end = Math.max(after, log.last());
            return new Found(end - after, new StoredRange(log, after, end));
        }
        FoundPositions positions = new FoundPositions(database, question);
        long end = FoundPositions.known(database);
        Stream<List<Long>> batches = Stream.iterate(
                positions.after(after, AT_ONCE),
                batch -> !batch.isEmpty(),
                batch -> positions.after(batch.getLast(), AT_ONCE));
        Iterator<StoredEvent> events = batches.takeWhile(batch -> batch.getFirst() <= end)
                .map(batch -> batch.stream().filter(position -> position <= end).toList())
                .flatMap(batch -> log.at(batch).stream())
                .iterator();
        return new Found(positions.count(after, end), events);
    }
}

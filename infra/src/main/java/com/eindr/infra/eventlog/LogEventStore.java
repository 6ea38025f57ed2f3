package com.eindr.infra.eventlog;

import com.eindr.shared.web.StoreUnavailable;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store on our log: streams wake the moment an append of this node commits. */
public final class LogEventStore extends AbstractEventStore {
    private final PostgresEventLog log;

    public LogEventStore(PostgresEventLog log) {
        super(new Builder().storageEngine(log));
        this.log = log;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return new LogStream(log, PostgresEventLog.positionOf(trackingToken));
    }

    /** Where PostgreSQL is away the events cannot be read either, and nobody should wait for it twice. */
    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String aggregateIdentifier, Throwable e) {
        if (e instanceof StoreUnavailable away) {
            throw away;
        }
        return super.handleSnapshotReadingError(aggregateIdentifier, e);
    }

    private static final class Builder extends AbstractEventStore.Builder {
        @Override
        public Builder storageEngine(EventStorageEngine storageEngine) {
            super.storageEngine(storageEngine);
            return this;
        }
    }
}

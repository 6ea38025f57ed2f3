package com.eindr.infra.axonserver;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store on the log in Axon Server. */
public final class AxonServerEvents extends AbstractEventStore {
    private final AxonServerCalls calls;

    AxonServerEvents(AxonServerLog log, AxonServerCalls calls) {
        super(new Builder().storageEngine(log));
        this.calls = calls;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return new AxonServerStream(calls, AxonServerLog.positionOf(trackingToken));
    }

    private static final class Builder extends AbstractEventStore.Builder {
        @Override
        public Builder storageEngine(EventStorageEngine storageEngine) {
            super.storageEngine(storageEngine);
            return this;
        }
    }
}

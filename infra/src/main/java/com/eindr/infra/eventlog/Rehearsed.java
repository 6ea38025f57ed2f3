package com.eindr.infra.eventlog;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** A write that was only tried has come to where its events would be appended. It rolls the unit of work back. */
public final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DomainEventMessage<?>> events;

    Rehearsed(List<? extends DomainEventMessage<?>> events) {
        super("only tried", null, false, false);
        this.events = List.copyOf(events);
    }

    /** What would have been appended, in order; never empty. */
    public List<DomainEventMessage<?>> events() {
        return events;
    }
}

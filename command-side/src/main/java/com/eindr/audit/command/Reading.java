package com.eindr.audit.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.audit.AuditCommand.RecordReading;
import com.eindr.audit.AuditEvent;
import com.eindr.audit.AuditEvent.AuditRead;
import com.eindr.audit.ReadingId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One time that somebody read the log, for the record. */
@Aggregate
class Reading {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // The framework reads it.
    private @Nullable ReadingId readingId;

    /** For the framework, which fills a new instance from the reading's event. */
    Reading() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(RecordReading command) {
        apply(new AuditRead(command.readingId(), command.by().value(), command.what(), command.purpose()));
        return 1;
    }

    @EventSourcingHandler
    void on(AuditEvent event) {
        readingId = event.readingId();
    }
}

package com.eindr.operation.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.operation.ActId;
import com.eindr.operation.OperationCommand.OrderPseudonymKey;
import com.eindr.operation.OperationCommand.OrderReplay;
import com.eindr.operation.OperationCommand.OrderRetry;
import com.eindr.operation.OperationEvent;
import com.eindr.operation.OperationEvent.PseudonymKeyOrdered;
import com.eindr.operation.OperationEvent.ReplayOrdered;
import com.eindr.operation.OperationEvent.RetryOrdered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One thing that an administrator did, for the record. Whether it can be done is decided where it is done. */
@Aggregate
class Act {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // The framework reads it.
    private @Nullable ActId actId;

    /** For the framework, which fills a new instance from the act's events. */
    Act() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(OrderReplay command) {
        apply(new ReplayOrdered(
                command.actId(), command.projection(), command.by().value()));
        return 1;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(OrderRetry command) {
        apply(new RetryOrdered(command.actId(), command.group(), command.by().value()));
        return 1;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(OrderPseudonymKey command) {
        apply(new PseudonymKeyOrdered(command.actId(), command.by().value()));
        return 1;
    }

    @EventSourcingHandler
    void on(OperationEvent event) {
        actId = event.actId();
    }
}

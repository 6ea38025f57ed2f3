package com.eindr.infra.deadletters;

import com.eindr.infra.eventlog.SqlFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Finds the one event that spoils a batch.
 *
 * <p>A projection writes its batch at the end, so an event that cannot be written fails all of them, and PostgreSQL lets
 * nothing more happen in that transaction, not even a dead letter. After such a failure its events are handled one by one
 * for a while, each behind a savepoint and written at once: the one at fault becomes a dead letter, the others are written.
 */
@Component
class Carefulness implements HandlerEnhancerDefinition, ErrorHandler {
    private static final long WHILE_NANOS = Duration.ofSeconds(30).toNanos();

    private final ObjectProvider<JdbcOperations> database;
    private final Map<String, Long> carefulUntil = new ConcurrentHashMap<>();

    Carefulness(ObjectProvider<JdbcOperations> database) {
        this.database = database;
    }

    /** A batch has failed; unless PostgreSQL was away, its events are tried one by one next time. */
    @Override
    public void handleError(ErrorContext errorContext) throws Exception {
        if (!SqlFailure.isOutage(errorContext.error())) {
            carefulUntil.put(errorContext.eventProcessor(), System.nanoTime() + WHILE_NANOS);
        }
        PropagatingErrorHandler.instance().handleError(errorContext);
    }

    private boolean isCareful(String group) {
        Long until = carefulUntil.get(group);
        return until != null && System.nanoTime() - until < 0;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        ProcessingGroup group = original.declaringClass().getAnnotation(ProcessingGroup.class);
        return group != null
                        && original.canHandleMessageType(EventMessage.class)
                        && !original.declaringClass().isAnnotationPresent(Saga.class)
                ? new OneByOne<>(original, group.value())
                : original;
    }

    private final class OneByOne<T> extends WrappedMessageHandlingMember<T> {
        private final String group;

        OneByOne(MessageHandlingMember<T> original, String group) {
            super(original);
            this.group = group;
        }

        @Override
        public @Nullable Object handle(Message<?> message, T target) throws Exception {
            return isCareful(group) ? handleBehindSavepoint(message, target) : super.handle(message, target);
        }

        private @Nullable Object handleBehindSavepoint(Message<?> message, T target) throws Exception {
            JdbcOperations transaction = database.getObject();
            transaction.execute("SAVEPOINT one_event");
            // The end of this inner unit of work is where a projection writes what it has buffered.
            UnitOfWork<Message<?>> work = DefaultUnitOfWork.startAndGet(message);
            ResultMessage<Object> result = work.executeWithResult(() -> super.handle(message, target));
            if (result.isExceptional()) {
                transaction.execute("ROLLBACK TO SAVEPOINT one_event");
                throw result.exceptionResult() instanceof Exception failure
                        ? failure
                        : new IllegalStateException(result.exceptionResult());
            }
            return result.getPayload();
        }
    }
}

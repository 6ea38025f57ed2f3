package com.eindr.infra.axonserver;

import com.eindr.shared.web.StoreUnavailable;
import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What a failed call to Axon Server means: a lost race, an outage, or something that will not pass by itself. */
final class AxonServerFailure {
    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);
    /** Somebody else has appended to the aggregate's stream. */
    private static final String INVALID_SEQUENCE = "AXONIQ-2000";
    /** No leader, or the connection is gone. */
    private static final Set<String> OUTAGES = Set.of("AXONIQ-2100", "AXONIQ-3001");

    private AxonServerFailure() {}

    static RuntimeException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException answer) {
                return of(answer);
            }
            if (cause instanceof StoreUnavailable known) {
                return known;
            }
            if (cause instanceof TimeoutException || isDisconnect(cause)) {
                return new StoreUnavailable("Axon Server did not answer", failure);
            }
        }
        return new EventStoreException("Axon Server could not do what it was asked", failure);
    }

    private static RuntimeException of(StatusRuntimeException answer) {
        String code = code(answer);
        if (INVALID_SEQUENCE.equals(code)) {
            return new ConcurrencyException(String.valueOf(answer.getMessage()), answer);
        }
        boolean outage = (code != null && OUTAGES.contains(code))
                || switch (answer.getStatus().getCode()) {
                    case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, RESOURCE_EXHAUSTED -> true;
                    default -> false;
                };
        return outage
                ? new StoreUnavailable("Axon Server cannot be reached now", answer)
                : new EventStoreException("Axon Server refused: " + answer.getMessage(), answer);
    }

    private static @Nullable String code(StatusRuntimeException answer) {
        Metadata trailers = answer.getTrailers();
        return trailers == null ? null : trailers.get(CODE);
    }

    private static boolean isDisconnect(Throwable cause) {
        return cause instanceof AxonServerException e && e.getErrorCategory() == ErrorCategory.CONNECTION_FAILED;
    }
}

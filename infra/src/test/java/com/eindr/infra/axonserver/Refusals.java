package com.eindr.infra.axonserver;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Refusals as Axon Server words them: a gRPC status, and its own code in the trailers. */
final class Refusals {
    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private Refusals() {}

    /** Somebody else has appended to the aggregate. */
    static StatusRuntimeException invalidSequence(String aggregate, long given, long expected) {
        String message = "Invalid sequence number " + given + " for aggregate " + aggregate + ", expected " + expected;
        return Status.OUT_OF_RANGE.withDescription(message).asRuntimeException(trailers("AXONIQ-2000"));
    }

    static Metadata trailers(String code) {
        Metadata trailers = new Metadata();
        trailers.put(CODE, code);
        return trailers;
    }
}

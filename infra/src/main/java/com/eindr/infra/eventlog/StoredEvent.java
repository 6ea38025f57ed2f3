package com.eindr.infra.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event exactly as the log holds it: no upcasting, no deserialising, no decrypting.
 *
 * @param position from 1, in the order of the commits
 * @param eventId a UUID in lower case
 * @param sequenceNumber the event's place in its aggregate's stream, from 0
 * @param aggregateType null for an event of no aggregate
 * @param payloadRevision null where the payload's class has none
 * @param timestamp UTC; whole microseconds in PostgreSQL, whole milliseconds in Axon Server
 * @param payload the stored bytes
 * @param metaData the stored bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a hash or an answer; nobody compares events
public record StoredEvent(
        long position,
        String eventId,
        String aggregateId,
        long sequenceNumber,
        @Nullable String aggregateType,
        String payloadType,
        @Nullable String payloadRevision,
        Instant timestamp,
        byte[] payload,
        byte[] metaData) {}

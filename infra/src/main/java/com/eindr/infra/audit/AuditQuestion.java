package com.eindr.infra.audit;

import com.eindr.shared.web.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events an auditor wants; what is null does not matter.
 *
 * @param after only events behind this position
 * @param type the simple name of the event's class, such as {@code ReminderCreated}
 * @param actor who did it
 * @param subject a person whom the event names
 * @param from the first moment
 * @param to the moment behind the last one
 */
record AuditQuestion(
        long after,
        @Nullable String aggregateId,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String correlationId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** @throws InvalidRequest if the end comes before the beginning */
    AuditQuestion {
        if (from != null && to != null && from.isAfter(to)) {
            throw InvalidRequest.of("from", "must not be after to");
        }
    }

    static AuditQuestion ofStream(String aggregateId) {
        return new AuditQuestion(0, aggregateId, null, null, null, null, null, null);
    }

    /** Whether it asks for all events behind a position. */
    boolean isForAll() {
        return aggregateId == null
                && type == null
                && actor == null
                && subject == null
                && correlationId == null
                && from == null
                && to == null;
    }

    AuditQuestion after(long position) {
        return new AuditQuestion(position, aggregateId, type, actor, subject, correlationId, from, to);
    }
}

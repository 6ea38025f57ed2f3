package com.eindr.audit;

import org.axonframework.serialization.Revision;

/** Everything that auditors do. Stored for ever, before they are answered. */
public sealed interface AuditEvent {

    ReadingId readingId();

    /** The auditor {@code by} read {@code what} of the log, and said why. */
    @Revision("1")
    record AuditRead(ReadingId readingId, String by, String what, String purpose) implements AuditEvent {}
}

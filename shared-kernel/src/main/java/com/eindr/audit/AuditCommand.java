package com.eindr.audit;

import com.eindr.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Every order of the audit. */
public sealed interface AuditCommand {

    ReadingId readingId();

    /**
     * Puts on record that somebody is about to read the log.
     *
     * @param by the auditor
     * @param what the request, without its purpose
     * @param purpose why, in the auditor's words
     */
    record RecordReading(@TargetAggregateIdentifier ReadingId readingId, UserId by, String what, String purpose)
            implements AuditCommand {}
}

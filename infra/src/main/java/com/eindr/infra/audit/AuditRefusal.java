package com.eindr.infra.audit;

import com.eindr.shared.RefusalReason;

/** Every way in which the audit says no. */
enum AuditRefusal implements RefusalReason {
    STREAM_NOT_FOUND("There is no such stream"),
    STATE_NOT_FOUND("There is no such state");

    private final String title;

    AuditRefusal(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}

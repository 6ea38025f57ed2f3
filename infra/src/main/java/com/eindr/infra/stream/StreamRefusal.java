package com.eindr.infra.stream;

import com.eindr.shared.RefusalReason;

/** Every way in which the stream says no. */
enum StreamRefusal implements RefusalReason {
    SCHEMA_NOT_FOUND;

    @Override
    public String title() {
        return "There is no such schema";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}

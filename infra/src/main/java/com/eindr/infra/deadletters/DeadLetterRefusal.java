package com.eindr.infra.deadletters;

import com.eindr.shared.RefusalReason;

/** Every way in which dead letters say no. */
enum DeadLetterRefusal implements RefusalReason {
    GROUP_NOT_FOUND;

    @Override
    public String slug() {
        return "processing-group-not-found";
    }

    @Override
    public String title() {
        return "There is no such processing group";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}

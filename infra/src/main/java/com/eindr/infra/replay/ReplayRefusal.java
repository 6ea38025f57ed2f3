package com.eindr.infra.replay;

import com.eindr.shared.RefusalReason;

/** Every way in which replays say no. */
enum ReplayRefusal implements RefusalReason {
    PROJECTION_NOT_FOUND(Kind.NOT_FOUND, "There is no such projection"),
    REPLAY_NOT_FOUND(Kind.NOT_FOUND, "The projection was never replayed"),
    REPLAY_RUNNING(Kind.CONFLICT, "The projection is being replayed");

    private final Kind kind;
    private final String title;

    ReplayRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

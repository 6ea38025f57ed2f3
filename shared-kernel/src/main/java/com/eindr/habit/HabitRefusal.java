package com.eindr.habit;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;

/** Every way in which habits say no. */
public enum HabitRefusal implements RefusalReason {
    SUGGESTION_NOT_FOUND(Kind.NOT_FOUND, "There is no such suggestion"),
    SUGGESTION_SETTLED(Kind.CONFLICT, "The suggestion is answered or withdrawn already");

    private final Kind kind;
    private final String title;

    HabitRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** A refusal that has nothing to say but its title. */
    public Refusal refusal() {
        return Refusal.of(this, title + ".");
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

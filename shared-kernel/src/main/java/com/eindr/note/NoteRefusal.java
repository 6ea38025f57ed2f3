package com.eindr.note;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import java.util.Locale;

/** Every way in which notes say no. */
public enum NoteRefusal implements RefusalReason {
    INVALID_CONTENT(Kind.INVALID, "The content cannot be used"),
    INVALID_SOURCE(Kind.INVALID, "What one writes oneself is from no friend"),
    OTHER_LIST(Kind.INVALID, "The cursor is of another list"),
    NOTE_NOT_FOUND(Kind.NOT_FOUND, "There is no such note"),
    NOTE_EXISTS(Kind.CONFLICT, "A note with this id exists already");

    private final Kind kind;
    private final String title;

    NoteRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the same words wherever it comes from: that something is another's reads as if it were not there. */
    public static Refusal notFound(NoteId id) {
        return Refusal.of(NOTE_NOT_FOUND, "You have no note with the id " + id + ".");
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

package com.eindr.note;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;

/** Every question about notes. A question about somebody else's note is answered like one about none, or a deleted one. */
public sealed interface NoteQuery {

    /** Answered by an optional {@link NoteView}. */
    record NoteOf(UserId owner, NoteId noteId) implements NoteQuery {}

    /** Answered by a slice of {@link NoteView}, the latest written first. */
    record NotesOf(UserId owner, SliceRequest slice) implements NoteQuery {}

    /**
     * Answered by a slice of {@link NoteView}, the best match first.
     *
     * @param words as a person types them into a search field: all must occur, in any form; {@code "as a phrase"},
     *     {@code this or that}, {@code -without}
     */
    record NotesAbout(UserId owner, String words, SliceRequest slice) implements NoteQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link NoteState}; deleted ones are among them.
     *
     * @param position 0 for everything
     */
    record NotesChangedSince(UserId owner, long position, int limit) implements NoteQuery {}
}

package com.eindr.note;

import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a note. Stored for ever. */
public sealed interface NoteEvent {

    NoteId noteId();

    /** Whose note it is: the subject of the event's personal fields. */
    UserId ownerId();

    /**
     * Something was written down.
     *
     * @param createdBy who wrote it: a friend of the owner, or the owner
     * @param language BCP 47 tag; null where nobody knows
     */
    @Revision("1")
    record NoteWritten(
            NoteId noteId,
            UserId ownerId,
            UserId createdBy,
            NoteSource source,
            @Personal(of = "ownerId") String content,
            @Nullable String language)
            implements NoteEvent {}

    /** Its words were replaced, or it is known now to be in another language. */
    @Revision("1")
    record NoteEdited(
            NoteId noteId,
            UserId ownerId,
            UserId by,
            @Personal(of = "ownerId") String content,
            @Nullable String language)
            implements NoteEvent {}

    /** Its owner wants it no more. */
    @Revision("1")
    record NoteDeleted(NoteId noteId, UserId ownerId, UserId by) implements NoteEvent {}
}

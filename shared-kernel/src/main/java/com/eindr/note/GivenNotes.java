package com.eindr.note;

import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Notes that somebody else gives a person, with the person's consent. They are written within the command by which the
 * person consents, and recorded in the same commit.
 */
public interface GivenNotes {

    /**
     * Writes a {@link NoteSource#FRIEND} note for {@code ownerId}, who agrees to it; their plan was asked then, and is not
     * asked here.
     *
     * @param language BCP 47 tag of the language the friend wrote in; null where nobody knows
     * @throws com.eindr.shared.Refusal as {@link NoteCommand.WriteNote} is refused
     */
    void give(NoteId noteId, UserId ownerId, UserId createdBy, String content, @Nullable String language);
}

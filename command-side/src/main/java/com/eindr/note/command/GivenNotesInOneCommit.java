package com.eindr.note.command;

import com.eindr.note.GivenNotes;
import com.eindr.note.NoteId;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import org.jspecify.annotations.Nullable;

/** Writes given notes in the unit of work of the command that is being handled. */
public final class GivenNotesInOneCommit implements GivenNotes {
    private final Repositories repositories;

    public GivenNotesInOneCommit(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public void give(NoteId noteId, UserId ownerId, UserId createdBy, String content, @Nullable String language) {
        repositories
                .create(Note.class, Note::new)
                .execute(note -> note.give(noteId, ownerId, createdBy, new Words(content, language)));
    }
}

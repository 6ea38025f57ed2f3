package com.eindr.note.web;

import com.eindr.note.NoteCommand.EditNote;
import com.eindr.note.NoteId;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Text;
import jakarta.validation.constraints.NotNull;

/** What a person changes about a note (RFC 7396). */
record NoteEdit(
        @NotNull @Text(max = 10_000, lines = true) Patch<String> content,
        @LanguageTag Patch<String> language) {

    EditNote command(NoteId note, UserId by) {
        return new EditNote(note, by, content, language);
    }
}

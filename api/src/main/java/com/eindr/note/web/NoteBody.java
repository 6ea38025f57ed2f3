package com.eindr.note.web;

import com.eindr.note.NoteSource;
import com.eindr.note.NoteView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note in JSON. */
@Schema(name = "Note")
record NoteBody(
        String id,
        String content,
        NoteSource source,

        @Schema(description = "The language it is written in; null where nobody knows", example = "ur-PK") @Nullable
        String language,

        String ownerId,

        @Schema(description = "Who wrote it: you, or a friend of yours")
        String createdBy,

        Instant writtenAt,
        Instant editedAt,
        long version) {

    static NoteBody of(NoteView view) {
        return new NoteBody(
                view.id().toString(),
                view.content(),
                view.source(),
                view.language(),
                view.ownerId().value(),
                view.createdBy().value(),
                view.writtenAt(),
                view.editedAt(),
                view.version());
    }
}

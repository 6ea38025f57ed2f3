package com.eindr.note.web;

import com.eindr.note.NoteCommand.WriteNote;
import com.eindr.note.NoteId;
import com.eindr.note.NoteSource;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a person writes down. */
record NewNote(
        @Schema(description = "Chosen by the client, so that it can refer to the note before it is saved")
        @ChosenId
        @Nullable
        UUID id,

        @NotNull @Text(max = 10_000, lines = true) @Schema(example = "Ana's new address: 12 Mall Road")
        String content,

        @Schema(description = "MANUAL by default; notes of FRIENDs come by what friends propose") @Nullable
        NoteSource source,

        @Schema(
                description = "The language it is written in, whose forms of words a search then knows; by default"
                        + " that of your profile",
                example = "ur-PK")
        @LanguageTag
        @Nullable
        String language) {

    /** @param authorsLanguage asked only where the request names no language */
    WriteNote command(UserId by, Supplier<String> authorsLanguage) {
        return new WriteNote(
                new NoteId(id == null ? TimeOrderedUuid.next() : id),
                by,
                content,
                source == null ? NoteSource.MANUAL : source,
                language == null ? authorsLanguage.get() : language);
    }
}

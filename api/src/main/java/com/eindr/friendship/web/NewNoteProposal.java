package com.eindr.friendship.web;

import com.eindr.friendship.ProposalCommand.ProposeNote;
import com.eindr.friendship.ProposalId;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note that a person wants a friend to have. */
record NewNoteProposal(
        @Schema(description = "Of the proposal, chosen by the client") @ChosenId @Nullable
        UUID id,

        @NotBlank @Text(max = 10_000, lines = true) @Schema(example = "The key is under the mat")
        String content,

        @LanguageTag @Schema(description = "The language it is written in", example = "en") @Nullable
        String language) {

    ProposeNote command(UserId from, UserId to) {
        return new ProposeNote(new ProposalId(id == null ? TimeOrderedUuid.next() : id), from, to, content, language);
    }
}

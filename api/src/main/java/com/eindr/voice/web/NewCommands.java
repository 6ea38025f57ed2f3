package com.eindr.voice.web;

import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says, or answers. */
@Schema(name = "NewCommands")
record NewCommands(
        @Text(max = 10_000, lines = true)
        @Schema(
                description = "Needed unless a question is answered",
                example = "Remind me to call Ana tomorrow at nine")
        @Nullable
        String text,

        @Schema(
                description = "A language tag. By default the language is found out from the text; so it is where"
                        + " it is none of en, de, fr, es, pt, tr, ar, ur, hi",
                example = "en")
        @LanguageTag
        @Nullable
        String language,

        @Schema(description = "An IANA zone; by default that of your profile", example = "Asia/Karachi") @Nullable
        ZoneId timeZone,

        @Schema(description = "Say what would be done; nothing is recorded") @Nullable
        Boolean dryRun,

        @Schema(description = "The question that the answers belong to") @Text(max = 100) @Nullable
        String question,

        @Size(max = 50, message = "must have at most 50 answers") @Nullable
        List<@NotNull @Valid Answer> answers) {

    /** What somebody answers about one slot of one intent. */
    @Schema(name = "SlotAnswer")
    record Answer(
            @Schema(description = "The place of the intent in the answer that asked, from 0", example = "0")
            @Min(0)
            @Max(1_000)
            int intent,

            @NotNull @Text(max = 50) @Schema(example = "start")
            String slot,

            @NotNull
            @Text(max = 500)
            @Schema(
                    description = "One of the values, or its place from 1, or what else the slot takes; yes or no"
                            + " where the slot is confirm",
                    example = "2026-12-01T17:00:00")
            String value) {}
}

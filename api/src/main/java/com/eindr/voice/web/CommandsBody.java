package com.eindr.voice.web;

import com.eindr.voice.Fate;
import com.eindr.voice.Understanding;
import com.eindr.voice.web.deed.Deed;
import com.eindr.voice.web.deed.Done;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done, in JSON. */
@Schema(name = "SpokenCommands")
record CommandsBody(
        @Schema(description = "As it was understood: without characters that cannot be seen")
        String utterance,

        @Schema(description = "ISO 639 code", example = "en")
        String language,

        List<Part> intents,

        @Schema(description = "What to say to the person, in their language")
        String reply,

        @Schema(description = "Takes back everything that was done; null where nothing can be") @Nullable
        String undoToken,

        @Schema(description = "What to answer with, for ten minutes; null where nothing is asked") @Nullable
        String question,

        @Schema(description = "Of a recording only") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Sound heard,

        @Schema(description = "The reply aloud, where speak is true and somebody speaks the language")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Speech speech) {

    /** How it came to be a text. */
    @Schema(name = "HeardSound")
    record Sound(
            @Schema(description = "ISO 639 code of what was spoken, where the utterance is its English translation")
            @Nullable
            String translatedFrom,

            Duration duration) {}

    /** Something to play. */
    @Schema(name = "SpokenReply")
    record Speech(
            @Schema(example = "audio/wav") String contentType,

            @Schema(description = "In Base64", format = "byte")
            String data) {}

    /** The answer to a recording. */
    CommandsBody heard(Sound sound, @Nullable Speech aloud) {
        return new CommandsBody(utterance, language, intents, reply, undoToken, question, sound, aloud);
    }

    /** What has become of one thing that was said. */
    @Schema(name = "SpokenCommand")
    record Part(
            @Schema(
                    description = "reminder.create|list|update|complete|snooze|cancel, note.create|list,"
                            + " debt.record|settle|query, undo, chitchat or unknown",
                    example = "reminder.create")
            String intent,

            @Schema(description = "From 0 to 1", example = "0.97")
            BigDecimal confidence,

            InterpretationBody.Said slots,

            @Schema(description = "UNDERSTOOD only with dryRun: it would be done")
            Fate status,

            @Schema(description = "What to ask, where the status is NEEDS_CONFIRMATION")
            List<InterpretationBody.Open> choices,

            @Schema(
                    description = "The path of what was made or changed, where it is one thing",
                    example = "/api/v1/reminders/01980000-0000-7000-8000-000000000000")
            @Nullable
            String resource,

            @Schema(description = "The problem document of what was refused")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Map<String, Object> problem) {

        static Part of(Done done) {
            Deed deed = done.deed();
            Understanding said = deed.said();
            return new Part(
                    said.intent().code(),
                    BigDecimal.valueOf(Math.clamp(said.confidence(), 0, 100), 2),
                    InterpretationBody.said(said.slots()),
                    deed.fate(),
                    deed.choices().stream().map(InterpretationBody::open).toList(),
                    deed.resource(),
                    done.problem());
        }
    }
}

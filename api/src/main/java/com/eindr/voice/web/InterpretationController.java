package com.eindr.voice.web;

import com.eindr.account.Profile;
import com.eindr.account.Profiles;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Text;
import com.eindr.voice.Interpreter;
import com.eindr.voice.Utterance;
import com.eindr.voice.web.deed.Acquaintances;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a sentence means. A question, though it needs a body. */
@RestController
@RequestMapping("/api/v1/voice")
@Tag(name = "Voice")
class InterpretationController {
    private final Interpreter interpreter;
    private final Acquaintances acquaintances;
    private final Profiles profiles;
    private final Clock clock;

    InterpretationController(Interpreter interpreter, Acquaintances acquaintances, Profiles profiles, Clock clock) {
        this.interpreter = interpreter;
        this.acquaintances = acquaintances;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Schema(name = "NewInterpretation")
    record NewInterpretation(
            @NotNull @Text(max = 10_000, lines = true) @Schema(example = "Remind me to call Ana tomorrow at nine")
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

            @Schema(description = "The moment in which it was said; by default this one") @Nullable
            Instant now) {}

    @PostMapping("/interpretations")
    @Operation(
            summary = "Understand a sentence, nothing done",
            description = "Several commands in one sentence are several intents, each with what would become of it:"
                    + " UNDERSTOOD would be done at once; NEEDS_CONFIRMATION says in its choices what to ask first.")
    InterpretationBody interpret(@AuthenticationPrincipal Caller caller, @Valid @RequestBody NewInterpretation body) {
        Profile profile = profiles.profileOf(caller.userId());
        ZoneId zone = body.timeZone() == null ? profile.timeZone() : body.timeZone();
        Acquaintances.Known known = acquaintances.of(caller.userId(), zone);
        return InterpretationBody.of(interpreter.interpret(
                new Utterance(body.text(), body.language(), local(body.now(), zone), known.currency(), known.names())));
    }

    /** The clock of the speaker; of moments that no reminder could have, that of now. */
    private LocalDateTime local(@Nullable Instant said, ZoneId zone) {
        Instant now = said == null || isOutOfRange(said) ? clock.instant() : said;
        return LocalDateTime.ofInstant(now, zone);
    }

    private static boolean isOutOfRange(Instant moment) {
        try {
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            return year < 1970 || year > 9900;
        } catch (DateTimeException e) {
            return true;
        }
    }
}

package com.eindr.voice.web.speech;

import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** From sound to text and back. Questions, all of them: nothing is kept of what is said. */
@RestController
@RequestMapping("/api/v1/voice")
@Tag(name = "Voice")
class SpeechController {
    private static final String WAV = "audio/wav";

    private final Recordings recordings;
    private final Ear ear;
    private final Speaker speaker;

    SpeechController(Recordings recordings, Ear ear, Speaker speaker) {
        this.recordings = recordings;
        this.ear = ear;
        this.speaker = speaker;
    }

    @Schema(name = "Transcription")
    record Transcription(
            @Schema(description = "Empty where nothing was said")
            String text,

            @Schema(description = "ISO 639 code; und where it is not known", example = "en")
            String language,

            Duration duration,

            @Schema(description = "From 0 to 1; null where it is not known", example = "0.93") @Nullable
            BigDecimal confidence) {}

    @Schema(name = "NewSpeech")
    record NewSpeech(
            @NotNull @Text(max = 1000, lines = true) @Schema(example = "I will remind you tomorrow at nine.")
            String text,

            @NotNull @LanguageTag @Schema(example = "en") String language) {}

    @Schema(name = "Voices")
    record Voices(List<Voice> items) {}

    @Schema(name = "Voice")
    record Voice(
            @Schema(description = "ISO 639 code", example = "en")
            String language,

            @Schema(example = "freetts") String engine) {}

    @PostMapping(path = "/transcriptions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "What a recording says",
            description =
                    "WAV, FLAC, Ogg (Opus, Vorbis), MP3, M4A or WebM, told by their content. What recognisers make"
                            + " of silence is left out.")
    Transcription transcribe(
            @RequestPart(Recordings.PART) @Schema(description = "The recording, of 25 MiB and a minute at most")
                    MultipartFile audio,
            @RequestPart(required = false) @LanguageTag @Nullable String language) {
        Heard heard = ear.words(recordings.of(audio), language);
        Integer confidence = heard.confidence();
        return new Transcription(
                heard.text(),
                heard.language(),
                heard.length(),
                confidence == null ? null : BigDecimal.valueOf(confidence, 2));
    }

    @PostMapping(path = "/speech", produces = WAV)
    @Operation(summary = "Say something aloud")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = WAV, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "Nobody here speaks this language")
    byte[] say(@Valid @RequestBody NewSpeech body) {
        return speaker.say(body.text(), body.language());
    }

    @GetMapping("/voices")
    @Operation(summary = "Who speaks, and in which languages")
    Voices voices() {
        return new Voices(speaker.voices().stream()
                .map(voice -> new Voice(voice.language(), voice.engine()))
                .toList());
    }
}

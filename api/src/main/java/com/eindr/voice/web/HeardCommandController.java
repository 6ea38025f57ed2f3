package com.eindr.voice.web;

import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Problem;
import com.eindr.shared.web.Problem.FieldError;
import com.eindr.shared.web.RequestFailed;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.openapi.LockedByPlan;
import com.eindr.voice.web.speech.Ear;
import com.eindr.voice.web.speech.Heard;
import com.eindr.voice.web.speech.Recordings;
import com.eindr.voice.web.speech.Speaker;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The same as {@link VoiceCommandController}, spoken: what is heard is done as if it had been written. */
@RestController
@RequestMapping("/api/v1/voice")
@Tag(name = "Voice")
class HeardCommandController {
    /** As long as a text may be. */
    private static final int LONGEST = 10_000;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final Recordings recordings;
    private final Ear ear;
    private final SpokenCommands commands;
    private final Speaker speaker;
    private final Writes writes;

    HeardCommandController(Recordings recordings, Ear ear, SpokenCommands commands, Speaker speaker, Writes writes) {
        this.recordings = recordings;
        this.ear = ear;
        this.commands = commands;
        this.speaker = speaker;
        this.writes = writes;
    }

    @PostMapping(path = "/commands", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @LockedByPlan
    @Operation(
            summary = "Say what to do, and it is done",
            description = "Written, or as a recording in the part audio of a multipart body: WAV, FLAC, Ogg (Opus,"
                    + " Vorbis), MP3, M4A or WebM. With speak the answer brings the reply as sound.")
    ResponseEntity<CommandsBody> heard(
            WriteRequest write,
            @RequestPart(Recordings.PART) MultipartFile audio,
            @RequestPart(required = false) @LanguageTag @Nullable String language,
            @RequestPart(required = false) @Schema(example = "Asia/Karachi") @Nullable String timeZone,
            @RequestPart(required = false) @Schema(example = "true") @Nullable String dryRun,
            @RequestPart(required = false) @Schema(example = "true") @Nullable String speak) {
        // Everything that can be wrong with the request is, before anybody listens.
        ZoneId zone = zone(timeZone);
        boolean rehearsed = truth("dryRun", dryRun);
        boolean aloud = truth("speak", speak);
        Heard heard = ear.toUnderstand(recordings.of(audio), language);
        if (heard.text().isEmpty()) {
            throw new RequestFailed(
                    Problem.of(HttpStatus.BAD_REQUEST, "audio-silent", "There is nothing to hear", "Nothing was said.")
                            .withErrors(List.of(new FieldError(Recordings.PART, "has nothing in it that was said"))));
        }
        String text = CONTROL.matcher(heard.text()).replaceAll(" ");
        if (text.length() > LONGEST) {
            throw InvalidRequest.of(Recordings.PART, "says more than " + LONGEST + " characters");
        }
        String spoken = heard.language().equals("und") ? language : heard.language();
        SpokenCommands.Answered answered = commands.answer(text, spoken, zone, rehearsed, write);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (answered.position() > 0) {
            answer.header(Writes.CONSISTENCY_TOKEN, writes.tokenOf(answered.position()));
        }
        return answer.body(answered.body()
                .heard(new CommandsBody.Sound(heard.translatedFrom(), heard.length()), aloud ? said(answered) : null));
    }

    /** What is done is done: whether it can be said aloud changes nothing. */
    private CommandsBody.@Nullable Speech said(SpokenCommands.Answered answered) {
        try {
            byte[] wave = speaker.say(answered.body().reply(), answered.person().language());
            return new CommandsBody.Speech("audio/wav", Base64.getEncoder().encodeToString(wave));
        } catch (RequestFailed | InvalidRequest nobodySpeaks) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(@Nullable String timeZone) {
        try {
            return timeZone == null ? null : ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw InvalidRequest.of("timeZone", "must be an IANA zone, such as Asia/Karachi");
        }
    }

    private static boolean truth(String part, @Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw InvalidRequest.of(part, "must be true or false");
        }
        return "true".equals(value);
    }
}

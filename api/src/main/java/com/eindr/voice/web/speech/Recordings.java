package com.eindr.voice.web.speech;

import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Problem;
import com.eindr.shared.web.Problem.FieldError;
import com.eindr.shared.web.RequestFailed;
import com.eindr.voice.web.sound.BrokenSound;
import com.eindr.voice.web.sound.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes what was uploaded for a recording, and refuses what nobody needs to listen to. */
@Component
public class Recordings {
    /** The part of a request that it comes in. */
    public static final String PART = "audio";

    private final AudioLimits limits;

    Recordings(AudioLimits limits) {
        this.limits = limits;
    }

    /** What it says of itself is believed only as far as nothing depends on it: the type by which it was sent is not asked. */
    public Recording of(MultipartFile upload) {
        Sound sound = sound(upload);
        Duration length = sound.length();
        if (length != null && length.compareTo(limits.longest()) > 0) {
            throw refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "audio-too-long",
                    "The recording is too long",
                    "lasts " + length.toSeconds() + " seconds; "
                            + limits.longest().toSeconds() + " are taken");
        }
        if (sound.silent()) {
            throw refused(
                    HttpStatus.BAD_REQUEST, "audio-silent", "There is nothing to hear", "is silent from end to end");
        }
        return new Recording(sound, upload.getSize(), upload::getInputStream);
    }

    private static Sound sound(MultipartFile upload) {
        try (InputStream content = upload.getInputStream()) {
            return Sound.of(content);
        } catch (BrokenSound broken) {
            throw switch (broken.fault()) {
                case EMPTY -> InvalidRequest.of(PART, "is empty");
                case BROKEN -> InvalidRequest.of(PART, "is cut off or broken");
                case UNKNOWN ->
                    refused(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "audio-not-supported",
                            "This is no recording that can be read",
                            "must be WAV, FLAC, Ogg (Opus, Vorbis), MP3, M4A or WebM; its content says so, not its"
                                    + " name");
            };
        } catch (IOException e) {
            throw new IllegalStateException("an upload that was received cannot be read", e);
        }
    }

    private static RequestFailed refused(HttpStatus status, String slug, String title, String what) {
        return new RequestFailed(Problem.of(status, slug, title, PART + ": " + what + ".")
                .withErrors(List.of(new FieldError(PART, what))));
    }
}

package com.eindr.voice.web.speech;

import com.eindr.voice.web.speech.Transcript.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what somebody said from what a recogniser makes of silence and noise. Whisper was trained on subtitles; where it
 * hears nothing it thanks for watching.
 */
final class Believable {
    private static final String PHRASES = "not-said.txt";

    /**
     * The thresholds of Whisper's own decoder (Radford et al. 2022, section 4.5): no speech above 0.6 together with a mean
     * log probability below -1, whose exponential is 0.368; and a compression ratio above 2.4.
     */
    private static final int NO_SPEECH = 60;

    private static final int UNLIKELY = 37;
    private static final int LOOP = 240;

    private static final Set<String> NOT_SAID = phrases();

    private Believable() {}

    static boolean said(Segment segment) {
        boolean nobody = above(segment.noSpeech(), NO_SPEECH) && !above(segment.confidence(), UNLIKELY - 1);
        String folded = folded(segment.text());
        return !nobody && !above(segment.repetition(), LOOP) && !folded.isEmpty() && !NOT_SAID.contains(folded);
    }

    private static boolean above(@Nullable Integer value, int threshold) {
        return value != null && value > threshold;
    }

    /** Letters, digits and single blanks: what remains of a sentence when nobody cares how it was written. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    private static Set<String> phrases() {
        try (InputStream data = Believable.class.getResourceAsStream(PHRASES)) {
            if (data == null) {
                throw new IllegalStateException(PHRASES + " is missing");
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Believable::folded)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

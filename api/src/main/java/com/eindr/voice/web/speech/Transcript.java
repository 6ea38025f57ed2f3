package com.eindr.voice.web.speech;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recogniser took a recording for. It is not to be believed as it stands: from silence recognisers invent sentences.
 *
 * @param language ISO 639 code of what was spoken; "und" where that was not told
 * @param length of the recording, zero where that was not told
 * @param segments in order; empty where nothing was heard
 */
public record Transcript(String language, Duration length, List<Segment> segments) {
    public Transcript {
        segments = List.copyOf(segments);
    }

    /**
     * A stretch of speech.
     *
     * @param noSpeech how sure it is, in percent, that nobody spoke; null where that was not told
     * @param confidence the likelihood of its words, in percent; null where that was not told
     * @param repetition how often it says the same again, in hundredths: its length over what is left of it when compressed
     */
    public record Segment(
            String text,
            @Nullable Integer noSpeech,
            @Nullable Integer confidence,
            @Nullable Integer repetition) {}
}

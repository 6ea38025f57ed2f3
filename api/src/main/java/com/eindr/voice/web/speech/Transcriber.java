package com.eindr.voice.web.speech;

import org.jspecify.annotations.Nullable;

/**
 * Turns recordings into text. Whoever asks waits, but never for long: where nobody listens, or nobody answers in time, the
 * request fails with a 503 that says so, and with a 400 where the recording cannot be understood at all.
 */
public interface Transcriber {

    /**
     * What was said, in the language in which it was said.
     *
     * @param language ISO 639 code of what is to be expected; null where it is to be found out
     */
    Transcript transcribe(Recording recording, @Nullable String language);

    /** The same in English, whatever it was said in. */
    Transcript translate(Recording recording);
}

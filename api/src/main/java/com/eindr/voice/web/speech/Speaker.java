package com.eindr.voice.web.speech;

import java.util.List;

/** Says texts aloud. */
public interface Speaker {

    /**
     * Who speaks.
     *
     * @param language ISO 639 code
     * @param engine what makes the sound
     */
    record Voice(String language, String engine) {}

    /** Of every language the voice that would speak it, in the order of their codes. */
    List<Voice> voices();

    /**
     * The request fails with a 404 where there is no voice for the language, with a 400 where the text has nothing in it
     * that can be said, and with a 503 where the voice does not answer.
     *
     * @param language language tag of the text
     * @return a WAV file
     */
    byte[] say(String text, String language);
}

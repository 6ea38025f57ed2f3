package com.eindr.voice.web.speech;

import com.eindr.voice.web.sound.Sound;
import java.io.IOException;
import java.io.InputStream;

/**
 * Something that somebody said, and that is fit to be listened to. It is nowhere in memory.
 *
 * @param sound what it says of itself
 * @param bytes how many there are
 * @param content the bytes, as they came
 */
public record Recording(Sound sound, long bytes, Content content) {

    /** Opens the recording from its beginning, as often as somebody asks. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}

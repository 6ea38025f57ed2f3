package com.eindr.voice.web.sound;

import com.eindr.voice.web.sound.BrokenSound.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a recording says of itself. Found out in one pass, in which nothing of it is kept: it may be long.
 *
 * @param length null where it does not say; what a microphone writes as it goes often does not
 * @param silent whether there is certainly nothing to hear, which only uncompressed sound tells
 */
public record Sound(AudioKind kind, @Nullable Duration length, boolean silent) {
    private static final int MAGIC = 12;
    private static final long MILLIS = 1000;

    /** The bytes 1A 45 DF A3. */
    private static final String EBML = "\u001aE\u00df\u00a3";

    /** The name and type under which it was sent are not asked: people and browsers get them wrong. */
    public static Sound of(InputStream recording) throws IOException, BrokenSound {
        Octets octets = new Octets(recording);
        byte[] head = octets.peek(MAGIC);
        if (head.length == 0) {
            throw new BrokenSound(Fault.EMPTY);
        }
        String text = new String(Arrays.copyOf(head, MAGIC), StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && (head.length < MAGIC || text.startsWith("WAVE", 8))) {
            return Wav.read(octets);
        } else if (text.startsWith("fLaC")) {
            return Flac.read(octets);
        } else if (text.startsWith("OggS")) {
            return Ogg.read(octets);
        } else if (text.startsWith("ftyp", 4)) {
            return Mpeg4.read(octets);
        } else if (text.startsWith(EBML)) {
            return Webm.read(octets);
        } else if (text.startsWith("ID3") || Mp3.beginsFrame(head)) {
            return Mp3.read(octets);
        }
        throw BrokenSound.unknown();
    }

    static Sound of(AudioKind kind, @Nullable Duration length) {
        return new Sound(kind, length, false);
    }

    /** How long so many samples last, of so many a second. */
    static Duration lasting(long samples, long rate) throws BrokenSound {
        if (samples < 0 || rate <= 0) {
            throw BrokenSound.broken();
        }
        return Duration.ofSeconds(samples / rate).plusMillis(samples % rate * MILLIS / rate);
    }
}

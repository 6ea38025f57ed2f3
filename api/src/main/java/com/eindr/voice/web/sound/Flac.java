package com.eindr.voice.web.sound;

import java.io.IOException;
import java.time.Duration;

/** FLAC (RFC 9639): blocks of metadata, of which the first is STREAMINFO, then frames. */
final class Flac {
    private static final int STREAMINFO_BYTES = 34;
    private static final int LAST = 0x80;

    private Flac() {}

    static Sound read(Octets octets) throws IOException, BrokenSound {
        octets.skip(4);
        int header = octets.next();
        if ((header & ~LAST) != 0 || octets.big(3) != STREAMINFO_BYTES) {
            throw BrokenSound.broken();
        }
        octets.skip(10);
        long packed = octets.big(8);
        octets.skip(16);
        long rate = packed >>> 44;
        long samples = packed & 0xF_FFFF_FFFFL;
        while ((header & LAST) == 0) {
            header = octets.next();
            octets.skip(octets.big(3));
        }
        // Every frame begins with fourteen bits of 1 and a 0.
        if ((octets.big(2) & 0xFFFE) != 0xFFF8) {
            throw BrokenSound.broken();
        }
        Duration length = Sound.lasting(samples, rate);
        return Sound.of(AudioKind.FLAC, samples == 0 ? null : length);
    }
}

package com.eindr.voice.web.sound;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The ISO base media file format (ISO/IEC 14496-12): boxes, of which {@code moov} holds {@code mvhd}, which says how long. */
final class Mpeg4 {
    private static final int BOX_HEADER = 8;

    private Mpeg4() {}

    static Sound read(Octets octets) throws IOException, BrokenSound {
        boolean found = false;
        Duration length = null;
        while (!octets.ended()) {
            long size = octets.big(4);
            String type = octets.ascii(4);
            long body = size - BOX_HEADER;
            if (size == 1) {
                body = octets.big(8) - BOX_HEADER - 8;
            }
            if (type.equals("moov")) {
                // Its boxes are read as if they stood beside it.
                found = true;
            } else if (type.equals("mvhd")) {
                length = length(octets, body);
            } else if (size == 0) {
                // To the end.
                octets.pass(Long.MAX_VALUE);
            } else {
                octets.skip(body);
            }
        }
        if (!found) {
            throw BrokenSound.broken();
        }
        return Sound.of(AudioKind.M4A, length);
    }

    private static @Nullable Duration length(Octets octets, long body) throws IOException, BrokenSound {
        boolean wide = octets.next() == 1;
        int width = wide ? 8 : 4;
        octets.skip(3 + 2L * width);
        long scale = octets.big(4);
        long units = octets.big(width);
        octets.skip(body - 4 - 2L * width - 4 - width);
        // What is recorded in fragments says 0 here; all ones is a way to say that nobody knows.
        boolean unknown = units == 0 || units == (wide ? -1L : 0xFFFF_FFFFL);
        return unknown ? null : Sound.lasting(units, scale);
    }
}

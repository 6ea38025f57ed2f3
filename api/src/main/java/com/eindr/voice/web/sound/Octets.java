package com.eindr.voice.web.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are read once, from the first to the last. Whoever wants one that is not there learns that the sound is broken. */
final class Octets {
    private static final int BUFFER = 64 * 1024;

    private final BufferedInputStream in;

    Octets(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next ones, fewer at the end; they will be read again. At most as many as the buffer holds. */
    byte[] peek(int count) throws IOException {
        in.mark(count);
        byte[] head = in.readNBytes(count);
        in.reset();
        return head;
    }

    boolean ended() throws IOException {
        return peek(1).length == 0;
    }

    int next() throws IOException, BrokenSound {
        int octet = in.read();
        if (octet < 0) {
            throw BrokenSound.broken();
        }
        return octet;
    }

    byte[] take(int count) throws IOException, BrokenSound {
        byte[] taken = in.readNBytes(count);
        if (taken.length < count) {
            throw BrokenSound.broken();
        }
        return taken;
    }

    String ascii(int count) throws IOException, BrokenSound {
        return new String(take(count), StandardCharsets.ISO_8859_1);
    }

    /** A number of up to 8 bytes, the most significant first. */
    long big(int count) throws IOException, BrokenSound {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = (number << 8) | next();
        }
        return number;
    }

    /** A number of up to 8 bytes, the least significant first. */
    long little(int count) throws IOException, BrokenSound {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    /** Goes on; all of it has to be there. */
    void skip(long count) throws IOException, BrokenSound {
        if (count < 0 || pass(count) < count) {
            throw BrokenSound.broken();
        }
    }

    /** Goes on as far as there is something, and says how far. */
    long pass(long count) throws IOException {
        long left = count;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0) {
                if (in.read() < 0) {
                    return count - left;
                }
                skipped = 1;
            }
            left -= skipped;
        }
        return count;
    }
}

package com.eindr.voice.web.sound;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** MPEG-1, 2 and 2.5, layer III: frames, each of which says how long it is. Whatever stands behind the last is not asked. */
final class Mp3 {
    private static final int HEADER = 4;
    private static final int MOST_PADDING = 64 * 1024;
    private static final int NANOS = 1_000_000_000;
    private static final int[] BITRATES = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] LOW_BITRATES = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** @param bytes of the whole frame; 0 where it does not say */
    private record Frame(int bytes, int samples, int rate) {}

    private Mp3() {}

    /** Whether these are the first bytes of a frame. */
    static boolean beginsFrame(byte[] head) {
        return head.length >= HEADER
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xE6) == 0xE2
                && ((head[1] >> 3) & 3) != 1
                && ((head[2] >> 4) & 15) != 15
                && ((head[2] >> 2) & 3) != 3;
    }

    static Sound read(Octets octets) throws IOException, BrokenSound {
        boolean tagged = skipTag(octets);
        long nanos = 0;
        int frames = 0;
        for (byte[] head = octets.peek(HEADER); beginsFrame(head); head = octets.peek(HEADER)) {
            Frame frame = frame(head);
            frames++;
            if (frame.bytes() == 0) {
                return Sound.of(AudioKind.MP3, null);
            }
            nanos += (long) frame.samples() * NANOS / frame.rate();
            if (octets.pass(frame.bytes()) < frame.bytes()) {
                break;
            }
        }
        if (frames < 2) {
            // Two bytes of noise look like one frame; with a tag before them it was meant to be music.
            throw tagged || (frames == 1 && octets.ended()) ? BrokenSound.broken() : BrokenSound.unknown();
        }
        return Sound.of(AudioKind.MP3, Duration.ofNanos(nanos));
    }

    /** ID3v2: its size is written in bytes of seven bits. */
    private static boolean skipTag(Octets octets) throws IOException, BrokenSound {
        byte[] head = octets.peek(3);
        if (!Arrays.equals(head, new byte[] {'I', 'D', '3'})) {
            return false;
        }
        octets.skip(6);
        long size = 0;
        for (byte part : octets.take(4)) {
            size = (size << 7) | (part & 0x7F);
        }
        octets.skip(size);
        for (int skipped = 0; skipped < MOST_PADDING && !octets.ended() && octets.peek(1)[0] == 0; skipped++) {
            octets.skip(1);
        }
        return true;
    }

    private static Frame frame(byte[] head) {
        int version = (head[1] >> 3) & 3;
        boolean first = version == 3;
        int kilobits = (first ? BITRATES : LOW_BITRATES)[(head[2] >> 4) & 15];
        int rate = RATES[(head[2] >> 2) & 3] >> (first ? 0 : version == 2 ? 1 : 2);
        int samples = first ? 1152 : 576;
        int padding = (head[2] >> 1) & 1;
        int bytes = kilobits == 0 ? 0 : samples / 8 * kilobits * 1000 / rate + padding;
        return new Frame(bytes, samples, rate);
    }
}

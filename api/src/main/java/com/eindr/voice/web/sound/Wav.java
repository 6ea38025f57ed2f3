package com.eindr.voice.web.sound;

import java.io.IOException;

/** RIFF/WAVE: chunks, of which {@code fmt} says how the samples are written and {@code data} holds them. */
final class Wav {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    /** Recorders that do not know how much there will be write this size, or 0, or the greatest that is signed. */
    private static final long ENDLESS = 0xFFFF_FFFFL;

    /** Sizes from here on are no sizes: nobody sends so much. */
    private static final long TOO_GREAT = 0x7FFF_FFFFL;

    /** Uncompressed samples are read in blocks of about this many bytes. */
    private static final int BLOCK = 64 * 1024;

    private record Format(int tag, int channels, long rate, int frame, int bits) {}

    private Wav() {}

    static Sound read(Octets octets) throws IOException, BrokenSound {
        octets.skip(12);
        Format format = null;
        while (true) {
            // Only whoever is before the samples gets here: a file that ends before them is cut off.
            String name = octets.ascii(4);
            long size = octets.little(4);
            if (name.equals("fmt ")) {
                format = format(octets, size);
            } else if (name.equals("data")) {
                if (format == null) {
                    throw BrokenSound.broken();
                }
                return samples(octets, format, size);
            } else {
                octets.skip(size + size % 2);
            }
        }
    }

    private static Format format(Octets octets, long size) throws IOException, BrokenSound {
        if (size < 16) {
            throw BrokenSound.broken();
        }
        int tag = (int) octets.little(2);
        int channels = (int) octets.little(2);
        long rate = octets.little(4);
        octets.skip(4);
        int frame = (int) octets.little(2);
        int bits = (int) octets.little(2);
        long rest = size - 16;
        if (tag == EXTENSIBLE && rest >= 10) {
            octets.skip(8);
            tag = (int) octets.little(2);
            rest -= 10;
        }
        octets.skip(rest + size % 2);
        if (channels == 0 || rate == 0 || frame == 0) {
            throw BrokenSound.broken();
        }
        return new Format(tag, channels, rate, frame, bits);
    }

    private static Sound samples(Octets octets, Format format, long size) throws IOException, BrokenSound {
        boolean known = size > 0 && size < TOO_GREAT;
        Loudness loudness = new Loudness(format.bits(), format.tag() == FLOAT);
        boolean readable = (format.tag() == PCM || format.tag() == FLOAT)
                && loudness.understands()
                && format.frame() == format.channels() * format.bits() / 8;
        long limit = known ? size : ENDLESS;
        long heard = 0;
        int block = Math.max(format.frame(), BLOCK / format.frame() * format.frame());
        while (heard < limit && !octets.ended()) {
            int wanted = (int) Math.min(block, limit - heard);
            byte[] some = octets.peek(wanted);
            if (readable) {
                loudness.hear(some);
            }
            heard += octets.pass(some.length);
        }
        if (known && heard < size) {
            throw BrokenSound.broken();
        }
        boolean silent = heard < format.frame() || (readable && loudness.isSilence());
        return new Sound(AudioKind.WAV, Sound.lasting(heard / format.frame(), format.rate()), silent);
    }
}

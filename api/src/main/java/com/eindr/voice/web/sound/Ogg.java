package com.eindr.voice.web.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Ogg (RFC 3533) with Opus (RFC 7845), Vorbis or FLAC: pages, each of which says how many samples are behind it. */
final class Ogg {
    private static final int BEGINNING = 2;

    /** Opus counts in this whatever it was recorded in. */
    private static final long OPUS_RATE = 48_000;

    private static final class Stream {
        private final long rate;
        private final long lead;
        private long last;

        private Stream(long rate, long lead) {
            this.rate = rate;
            this.lead = lead;
            this.last = lead;
        }
    }

    private Ogg() {}

    static Sound read(Octets octets) throws IOException, BrokenSound {
        Map<Long, Stream> streams = new HashMap<>();
        while (!octets.ended()) {
            page(octets, streams);
        }
        // One after the other, where there are several.
        Duration length = Duration.ZERO;
        for (Stream stream : streams.values()) {
            length = length.plus(Sound.lasting(Math.max(0, stream.last - stream.lead), stream.rate));
        }
        return Sound.of(AudioKind.OGG, length.isZero() ? null : length);
    }

    private static void page(Octets octets, Map<Long, Stream> streams) throws IOException, BrokenSound {
        if (!octets.ascii(4).equals("OggS") || octets.next() != 0) {
            throw BrokenSound.broken();
        }
        boolean begins = (octets.next() & BEGINNING) != 0;
        long position = octets.little(8);
        long serial = octets.little(4);
        octets.skip(8);
        int size = 0;
        for (byte lacing : octets.take(octets.next())) {
            size += lacing & 0xFF;
        }
        byte[] body = octets.take(size);
        if (begins) {
            streams.put(serial, beginning(body));
        }
        Stream stream = streams.get(serial);
        if (stream == null) {
            throw BrokenSound.broken();
        }
        // -1 on a page in which nothing ends.
        if (position > stream.last) {
            stream.last = position;
        }
    }

    private static Stream beginning(byte[] body) throws BrokenSound {
        String head = new String(body, StandardCharsets.ISO_8859_1);
        ByteBuffer numbers = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        if (head.startsWith("OpusHead") && body.length >= 19) {
            return new Stream(OPUS_RATE, numbers.getShort(10) & 0xFFFF);
        } else if (head.startsWith("\u0001vorbis") && body.length >= 30) {
            return new Stream(numbers.getInt(12) & 0xFFFF_FFFFL, 0);
        } else if (head.startsWith("\u007fFLAC") && body.length >= 51) {
            return new Stream(numbers.order(ByteOrder.BIG_ENDIAN).getInt(27) >>> 12, 0);
        }
        throw BrokenSound.unknown();
    }
}

package com.eindr.voice.web.sound;

import java.io.IOException;
import java.time.Duration;

/**
 * WebM, which is EBML (RFC 8794) and Matroska (RFC 9559). What browsers record says nowhere how long it is; so the times of
 * its blocks are read.
 */
final class Webm {
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int CLUSTER = 0x1F43B675;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK = 0xA1;
    private static final int DOCTYPE = 0x4282;
    private static final int HEADER = 0x1A45DFA3;
    private static final int LONGEST_NAME = 64;
    private static final long MILLION = 1_000_000;

    /** Beyond this many units a clock is wrong: longer than a year, whatever the unit. */
    private static final long MOST = 1L << 45;

    private final Octets octets;
    private long scale = MILLION;
    private long cluster;
    private long last;
    private boolean webm;
    private boolean segment;

    private Webm(Octets octets) {
        this.octets = octets;
    }

    static Sound read(Octets octets) throws IOException, BrokenSound {
        Webm file = new Webm(octets);
        while (!octets.ended()) {
            file.element();
        }
        if (!file.webm) {
            throw BrokenSound.unknown();
        } else if (!file.segment) {
            throw BrokenSound.broken();
        }
        return Sound.of(AudioKind.WEBM, file.last == 0 ? null : file.length());
    }

    private Duration length() {
        boolean absurd = last > Long.MAX_VALUE / scale;
        return absurd ? Duration.ofNanos(Long.MAX_VALUE) : Duration.ofNanos(last * scale);
    }

    private void element() throws IOException, BrokenSound {
        int id = (int) number(4, false);
        long size = number(8, true);
        switch (id) {
            // What is inside them is read as if it stood beside them; their sizes may be unknown.
            case HEADER, INFO, CLUSTER, BLOCK_GROUP -> {}
            case SEGMENT -> segment = true;
            case DOCTYPE -> webm = octets.ascii(small(size, LONGEST_NAME)).startsWith("webm");
            case SCALE -> scale = Math.max(1, octets.big(small(size, 8)));
            case CLUSTER_TIME -> cluster = Math.clamp(octets.big(small(size, 8)), 0, MOST);
            case DURATION -> duration(small(size, 8));
            case SIMPLE_BLOCK, BLOCK -> block(size);
            default -> octets.skip(size);
        }
    }

    private void duration(int size) throws IOException, BrokenSound {
        long bits = octets.big(size);
        double units = size == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        if (units > 0) {
            last = Math.max(last, (long) Math.min(units, MOST));
        }
    }

    /** The number of its track, and its time from that of its cluster. */
    private void block(long size) throws IOException, BrokenSound {
        if (size < 4) {
            throw BrokenSound.broken();
        }
        byte[] head = octets.peek(1);
        int track = head.length == 0 ? 1 : Integer.numberOfLeadingZeros(head[0] & 0xFF) - 23;
        if (track > 8 || size < track + 2L) {
            throw BrokenSound.broken();
        }
        octets.skip(track);
        last = Math.max(last, cluster + (short) octets.big(2));
        octets.skip(size - track - 2);
    }

    private static int small(long size, int most) throws BrokenSound {
        if (size < 0 || size > most) {
            throw BrokenSound.broken();
        }
        return (int) size;
    }

    /** A number whose first bits say how many bytes it has; -1 where it is a size and says that nobody knows. */
    private long number(int longest, boolean size) throws IOException, BrokenSound {
        int first = octets.next();
        int bytes = Integer.numberOfLeadingZeros(first) - 23;
        if (bytes > longest) {
            throw BrokenSound.broken();
        }
        long marker = 1L << (7 * bytes);
        long whole = ((long) first << (8 * (bytes - 1))) | octets.big(bytes - 1);
        long value = whole & (marker - 1);
        return size ? (value == marker - 1 ? -1 : value) : whole;
    }
}

package com.eindr.voice.web.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How far samples are from each other: a microphone that is off gives the same value again and again, not always zero. */
final class Loudness {
    /** Half the distance below which nobody has spoken: 48 dB below full scale, where the noise of a quiet room is. */
    private static final long QUIET = Integer.MAX_VALUE / 256L;

    private final int bits;
    private final boolean floating;
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;

    Loudness(int bits, boolean floating) {
        this.bits = bits;
        this.floating = floating;
    }

    boolean understands() {
        return floating ? bits == 32 : bits == 8 || bits == 16 || bits == 24 || bits == 32;
    }

    /** Whole samples; what is left over at the end is half a one. */
    void hear(byte[] block) {
        int width = bits / 8;
        ByteBuffer bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + width <= block.length; at += width) {
            long sample = sample(bytes, at);
            lowest = Math.min(lowest, sample);
            highest = Math.max(highest, sample);
        }
    }

    boolean isSilence() {
        return highest <= lowest || (highest - lowest) / 2 < QUIET;
    }

    /** As 32 bits would say it. */
    private long sample(ByteBuffer bytes, int at) {
        if (floating) {
            float value = bytes.getFloat(at);
            return Float.isFinite(value) ? (long) (Math.clamp(value, -1f, 1f) * Integer.MAX_VALUE) : 0;
        }
        return switch (bits) {
            // Of 8 bits, and of no others, the middle is 128.
            case 8 -> ((bytes.get(at) & 0xFF) - 128L) << 24;
            case 16 -> (long) bytes.getShort(at) << 16;
            case 24 ->
                ((long) bytes.get(at + 2) << 24) | ((bytes.get(at + 1) & 0xFFL) << 16) | ((bytes.get(at) & 0xFFL) << 8);
            default -> bytes.getInt(at);
        };
    }
}

package com.eindr.infra.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntUnaryOperator;

/** Recordings whose every sample is known. */
final class Waves {
    static final int RATE = 8000;
    private static final int HEADER = 44;

    private Waves() {}

    /** A WAV file with a tone of 440 Hz, 16 bits. */
    static byte[] tone(Duration length) {
        return wave(length, at -> (int) Math.round(8000 * Math.sin(2 * Math.PI * 440 * at / RATE)));
    }

    /** A WAV file of which every sample is the same. */
    static byte[] flat(Duration length, int sample) {
        return wave(length, at -> sample);
    }

    static byte[] silence(Duration length) {
        return flat(length, 0);
    }

    private static byte[] wave(Duration length, IntUnaryOperator sample) {
        int samples = Math.toIntExact(length.toMillis() * RATE / 1000);
        int size = 2 * samples;
        ByteBuffer wave = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        wave.put(ascii("RIFF")).putInt(36 + size).put(ascii("WAVEfmt ")).putInt(16);
        wave.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wave.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(size);
        for (int at = 0; at < samples; at++) {
            wave.putShort((short) sample.applyAsInt(at));
        }
        return wave.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

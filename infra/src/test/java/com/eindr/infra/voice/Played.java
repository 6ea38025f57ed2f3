package com.eindr.infra.voice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * What one would hear of a WAV file of 16 bits, as the Java platform plays it.
 *
 * @param rate samples a second
 * @param peak the greatest sample
 */
record Played(int rate, Duration length, int peak) {

    static Played from(byte[] wave) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave))) {
            AudioFormat format = stream.getFormat();
            if (format.getSampleSizeInBits() != 16 || format.isBigEndian() || format.getChannels() != 1) {
                throw new AssertionError("16 bits, little-endian, one channel: " + format);
            }
            ByteBuffer samples = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            if (samples.remaining() != 2 * stream.getFrameLength()) {
                throw new AssertionError("fewer samples than the file says");
            }
            int peak = 0;
            while (samples.hasRemaining()) {
                peak = Math.max(peak, Math.abs(samples.getShort()));
            }
            int rate = Math.round(format.getSampleRate());
            return new Played(rate, Duration.ofMillis(stream.getFrameLength() * 1000 / rate), peak);
        }
    }
}

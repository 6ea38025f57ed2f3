package com.eindr.infra.voice;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.sound.sampled.AudioFormat;
import org.jspecify.annotations.Nullable;

/** Takes what FreeTTS would play, and makes a WAV file of it. No sound card is asked for. */
final class SamplesInMemory implements AudioPlayer {
    private static final int BYTES = 2;
    private static final int HEADER = 44;
    private static final int FORMAT_CHUNK = 16;
    private static final short PCM = 1;

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();
    private @Nullable AudioFormat format;
    private float volume = 1;

    boolean isEmpty() {
        return samples.size() < BYTES;
    }

    /** One channel of 16 bits. */
    byte[] wav() {
        AudioFormat heard = format;
        if (heard == null || heard.getChannels() != 1 || heard.getSampleSizeInBits() != 8 * BYTES) {
            throw new IllegalStateException("FreeTTS speaks in an unknown format: " + heard);
        }
        ByteBuffer taken = ByteBuffer.wrap(samples.toByteArray())
                .order(heard.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int size = taken.remaining() / BYTES * BYTES;
        int rate = Math.round(heard.getSampleRate());
        ByteBuffer wav = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(FORMAT_CHUNK).putShort(PCM).putShort((short) 1);
        wav.putInt(rate).putInt(rate * BYTES).putShort((short) BYTES).putShort((short) (8 * BYTES));
        wav.put(ascii("data")).putInt(size);
        while (wav.hasRemaining()) {
            wav.putShort(taken.getShort());
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void setAudioFormat(AudioFormat other) {
        format = other;
    }

    @Override
    public @Nullable AudioFormat getAudioFormat() {
        return format;
    }

    @Override
    public boolean write(byte[] audio) {
        return write(audio, 0, audio.length);
    }

    @Override
    public boolean write(byte[] audio, int offset, int size) {
        samples.write(audio, offset, size);
        return true;
    }

    @Override
    public void begin(int size) {}

    @Override
    public boolean end() {
        return true;
    }

    @Override
    public boolean drain() {
        return true;
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void reset() {}

    @Override
    public void cancel() {}

    @Override
    public void close() {}

    @Override
    public float getVolume() {
        return volume;
    }

    @Override
    public void setVolume(float other) {
        volume = other;
    }

    @Override
    public long getTime() {
        return 0;
    }

    @Override
    public void resetTime() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public void showMetrics() {}
}

package com.eindr.infra.voice;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The smallest files of the compressed kinds that say how long they are; what they hold is nothing that anybody decodes. */
final class Containers {
    private Containers() {}

    static byte[] flac(long samples, int rate) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 + 34 + 2);
        file.put(ascii("fLaC")).put((byte) 0x80).put((byte) 0).putShort((short) 34);
        file.position(8 + 10).putLong((long) rate << 44 | 15L << 36 | samples);
        file.position(8 + 34).putShort((short) 0xFFF8);
        return file.array();
    }

    /** Ogg with Opus, of one page with the head and one with the end. */
    static byte[] opus(long samples) {
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 312)
                .putInt(16_000);
        return joined(page(2, 0, head.array()), page(4, samples + 312, new byte[] {1, 2, 3}));
    }

    static byte[] vorbis(long samples, int rate) {
        ByteBuffer head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("\u0001vorbis")).putInt(0).put((byte) 1).putInt(rate);
        return joined(page(2, 0, head.array()), page(4, samples, new byte[300]));
    }

    private static byte[] page(int flags, long position, byte[] body) {
        int lacings = body.length / 255 + 1;
        ByteBuffer page = ByteBuffer.allocate(27 + lacings + body.length).order(ByteOrder.LITTLE_ENDIAN);
        page.put(ascii("OggS"))
                .put((byte) 0)
                .put((byte) flags)
                .putLong(position)
                .putInt(7);
        page.putInt(0).putInt(0).put((byte) lacings);
        for (int left = body.length; lacings > 0; lacings--, left -= 255) {
            page.put((byte) Math.min(255, left));
        }
        return page.put(body).array();
    }

    /** MPEG-1 layer III, 128 kbit/s, 44,100 Hz: frames of 417 bytes and 1152 samples. */
    static byte[] mp3(int frames) {
        ByteBuffer file = ByteBuffer.allocate(frames * 417);
        for (int i = 0; i < frames; i++) {
            file.position(i * 417).putInt(0xFFFB9000);
        }
        return file.array();
    }

    static byte[] tagged(byte[] mp3) {
        return joined(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 1, 2}, new byte[130], mp3);
    }

    static byte[] m4a(long units, int scale) {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(0).putInt(0).putInt(0).putInt(scale).putInt((int) units);
        byte[] movie = box("moov", joined(box("mvhd", header.array()), box("trak", new byte[8])));
        return joined(box("ftyp", ascii("M4A \0\0\0\0")), box("mdat", new byte[50]), movie);
    }

    private static byte[] box(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(ascii(type))
                .put(body)
                .array();
    }

    /** As a browser records: sizes that nobody knows, and no duration. */
    static byte[] webmWithoutDuration(int clusterMillis, int blockMillis) {
        byte[] cluster = joined(
                element(0xE7, new byte[] {(byte) (clusterMillis >> 8), (byte) clusterMillis}),
                element(0xA3, new byte[] {(byte) 0x81, (byte) (blockMillis >> 8), (byte) blockMillis, 0, 9, 9}));
        return joined(webmHead(), hex("18538067 01FFFFFFFFFFFFFF"), hex("1F43B675 FF"), cluster);
    }

    static byte[] webm(double millis) {
        byte[] info = joined(
                element(0x2AD7B1, new byte[] {0x0F, 0x42, 0x40}),
                element(0x4489, ByteBuffer.allocate(8).putDouble(millis).array()));
        return joined(webmHead(), element(0x18538067, element(0x1549A966, info)));
    }

    private static byte[] webmHead() {
        return element(0x1A45DFA3, element(0x4282, ascii("webm")));
    }

    private static byte[] element(int id, byte[] body) {
        byte[] name = ByteBuffer.allocate(4).putInt(id).array();
        int begin = 0;
        while (name[begin] == 0) {
            begin++;
        }
        return joined(java.util.Arrays.copyOfRange(name, begin, 4), new byte[] {(byte) (0x80 | body.length)}, body);
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

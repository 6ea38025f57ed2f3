package com.eindr.infra.voice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a body of {@code multipart/form-data} byte for byte as RFC 7578 and RFC 2046 have it, and refuses any other. */
final class Form {
    private static final Pattern DISPOSITION =
            Pattern.compile("form-data; name=\"([^\"]+)\"(?:; filename=\"([^\"]+)\")?");

    final Map<String, Part> parts = new LinkedHashMap<>();

    /** A part; the name of its file and its type are empty where it has none. */
    static final class Part {
        final String fileName;
        final String mediaType;
        final byte[] content;

        private Part(String fileName, String mediaType, byte[] content) {
            this.fileName = fileName;
            this.mediaType = mediaType;
            this.content = content;
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    Form(String contentType, byte[] body) {
        String prefix = "multipart/form-data; boundary=";
        require(contentType.startsWith(prefix), contentType);
        String delimiter = "--" + contentType.substring(prefix.length());
        // One character for one byte.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        require(text.startsWith(delimiter + "\r\n"), "the first boundary");
        require(text.endsWith("\r\n" + delimiter + "--\r\n"), "the last boundary");
        int at = delimiter.length() + 2;
        while (at < text.length()) {
            int end = text.indexOf("\r\n" + delimiter, at);
            part(text.substring(at, end));
            at = end + 2 + delimiter.length() + 2;
            if (text.startsWith("--", at - 2)) {
                return;
            }
        }
    }

    private void part(String part) {
        int blank = part.indexOf("\r\n\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : part.substring(0, blank).split("\r\n", -1)) {
            String[] header = line.split(": ", 2);
            headers.put(header[0], header[1]);
        }
        Matcher named = DISPOSITION.matcher(headers.getOrDefault("Content-Disposition", ""));
        require(named.matches(), headers.toString());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1));
        String fileName = named.group(2) == null ? "" : named.group(2);
        Part before = parts.put(
                named.group(1), new Part(fileName, headers.getOrDefault("Content-Type", ""), content.toByteArray()));
        require(before == null, "once: " + named.group(1));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("no multipart body: " + what);
        }
    }
}

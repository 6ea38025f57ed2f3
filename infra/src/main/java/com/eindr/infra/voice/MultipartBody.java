package com.eindr.infra.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A body of {@code multipart/form-data} (RFC 7578) with one file, which is read as it is sent. */
final class MultipartBody {
    private static final String LINE = "\r\n";

    private final String boundary = "eindr-" + UUID.randomUUID();
    private final StringBuilder fields = new StringBuilder();
    private final Set<String> names = new HashSet<>();

    /** Opens the file. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** @param name ASCII without quotation marks */
    MultipartBody field(String name, String value) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("the field is there already: " + name);
        }
        fields.append("--").append(boundary).append(LINE);
        fields.append("Content-Disposition: form-data; name=\"").append(name).append('"');
        fields.append(LINE).append(LINE).append(value).append(LINE);
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @param bytes exactly as many as the file has, so that its length can be told before it is sent */
    BodyPublisher withFile(String name, String fileName, String mediaType, long bytes, Source source) {
        String head = fields + "--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + fileName + '"' + LINE + "Content-Type: " + mediaType + LINE + LINE;
        String tail = LINE + "--" + boundary + "--" + LINE;
        BodyPublisher file = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(source)), bytes);
        return BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                file,
                BodyPublishers.ofString(tail, StandardCharsets.UTF_8));
    }

    private static InputStream open(Source source) {
        try {
            return source.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

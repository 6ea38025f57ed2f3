package com.eindr.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Answers with a file that may be of any length, and is never held in memory. It is sent once it is whole: so a failure on
 * the way is told as one, and nobody takes half of it for all.
 */
public final class FileAnswer {
    private FileAnswer() {}

    /** Makes the file. */
    @FunctionalInterface
    public interface Making {
        void to(OutputStream target) throws IOException;
    }

    /** @param name what the caller keeps it as; ASCII */
    public static void send(HttpServletResponse response, String mediaType, String name, Making making)
            throws IOException {
        Path file = Files.createTempFile("eindr-", ".answer");
        try {
            try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file))) {
                making.to(target);
            }
            response.setContentType(mediaType);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

package com.eindr.infra.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Files and folders that only their owner may read. */
public final class Private {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    private Private() {}

    /** Makes a folder, with its parents, that nobody else may enter; one that exists stays as it is. */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Writes a file as a whole or not at all, so that a crash leaves the old one. */
    public static void write(Path file, String text) throws IOException {
        Files.move(written(file, text), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The text of a file, which is made of {@code otherwise} where it does not exist. Two processes that do this at
     * once read the same text.
     */
    public static String readOrWrite(Path file, String otherwise) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Path written = written(file, otherwise);
            try {
                // Unlike a move, a link fails where the name is taken.
                Files.createLink(file, written);
            } catch (FileAlreadyExistsException e) {
                // Another process was first; its text is the one that counts.
            } finally {
                Files.delete(written);
            }
        }
        return Files.readString(file);
    }

    /** A secret for the connections between processes of one machine. */
    public static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Path written(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        // Temporary files are made readable to their owner only.
        Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        return Files.writeString(temporary, text, StandardCharsets.UTF_8);
    }
}

package com.eindr.infra.embedded;

import com.eindr.infra.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The servers' programs, unpacked once from the libraries that carry them. */
final class Binaries {
    private static final String POSTGRES = "postgresql-18.6";
    private static final String REDIS = "redis-7.0.15";

    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder;
    }

    /** The folder of {@code initdb}, {@code pg_ctl} and {@code postgres}. */
    Path postgres() throws IOException {
        return unpacked(POSTGRES, Platform.current().postgresArchive(), Binaries::unpackArchive)
                .resolve("bin");
    }

    /** The program {@code redis-server}. */
    Path redis() throws IOException {
        return unpacked(
                        REDIS,
                        Platform.current().redisExecutable(),
                        (in, to) -> copyExecutable(in, to.resolve("redis-server")))
                .resolve("redis-server");
    }

    private Path unpacked(String name, String resource, Unpacking unpacking) throws IOException {
        Path done = folder.resolve(name);
        if (Files.isDirectory(done)) {
            return done;
        }
        Private.makeFolder(folder);
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(done)) {
                Path partial = folder.resolve(name + ".partial");
                deleteTree(partial);
                Files.createDirectory(partial);
                try (InputStream in = Binaries.class.getClassLoader().getResourceAsStream(resource)) {
                    if (in == null) {
                        throw new CannotStart(
                                "The embedded servers are not on the class path: " + resource + " is missing.",
                                "Run `mvn spring-boot:run` in the source tree, or set SPRING_PROFILES_ACTIVE=production"
                                        + " and name servers of your own (see --help).");
                    }
                    unpacking.unpack(in, partial);
                }
                Files.move(partial, done);
            }
        }
        return done;
    }

    private static void unpackArchive(InputStream in, Path to) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = to.resolve(entry.getName()).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("the archive reaches outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (target.getParent() != null && target.getParent().endsWith("bin")) {
                    copyExecutable(tar, target);
                } else {
                    Files.copy(tar, target);
                }
            }
        }
    }

    private static void copyExecutable(InputStream in, Path target) throws IOException {
        Files.copy(in, target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Deletes a folder with everything in it; does nothing where there is none. */
    static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> tree = Files.walk(folder)) {
                deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    @FunctionalInterface
    private interface Unpacking {
        void unpack(InputStream in, Path to) throws IOException;
    }
}

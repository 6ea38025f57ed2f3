package com.eindr.infra.embedded;

import com.eindr.infra.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything the embedded mode keeps, held by one process at a time.
 *
 * <p>The lock is the operating system's, on an open file: it goes with the process that holds it, also after
 * {@code kill -9}, so a folder is never left locked.
 */
public final class EmbeddedHome implements AutoCloseable {
    private static final int LONGEST_PID = 20;

    private final Path folder;
    private final FileChannel lock;

    private EmbeddedHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is made where it does not exist.
     *
     * @throws CannotStart if another process has it, or it cannot be written to
     */
    public static EmbeddedHome take(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Private.makeFolder(home);
            // What is in the folder is data; it has no business in anybody's version control.
            Files.writeString(home.resolve(".gitignore"), "*\n");
            channel = FileChannel.open(
                    home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                String owner = readOwner(channel);
                channel.close();
                throw new CannotStart(
                        "Another Eindr (process " + owner + ") is running on the folder " + home
                                + ". Nothing in it was touched.",
                        "Stop the other one, or give this one a folder of its own by the setting eindr.home"
                                + " (EINDR_HOME in the environment).");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new EmbeddedHome(home, channel);
        } catch (FileSystemException e) {
            closeQuietly(channel);
            throw new CannotStart(
                    "The folder " + home + " cannot be used: " + e + ".",
                    "Make it writable, or name another one by the setting eindr.home (EINDR_HOME in the environment).",
                    e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String readOwner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(LONGEST_PID);
        int read = channel.read(pid, 0);
        return read <= 0 ? "unknown" : new String(pid.array(), 0, read, StandardCharsets.US_ASCII);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The failure that brought us here is the one worth telling.
        }
    }

    public Path folder() {
        return folder;
    }

    /** Gives the folder to whoever wants it next. */
    @Override
    public void close() {
        closeQuietly(lock);
    }
}

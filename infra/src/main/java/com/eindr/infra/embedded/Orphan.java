package com.eindr.infra.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Finds the server that a killed Eindr has left behind, by the pid file that the server itself writes. */
final class Orphan {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();

    private Orphan() {}

    /**
     * The process that a pid file names, if it still runs and is ours.
     *
     * @param mustMention what the process' command line has to hold, as process ids are used again by others
     */
    static Optional<ProcessHandle> of(Path pidFile, String mustMention) throws IOException {
        return pid(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> commandLine(process).contains(mustMention));
    }

    /** Asks such a process to end, and ends it itself after ten seconds; returns once it is gone. */
    static void stop(Path pidFile, String mustMention) throws IOException {
        Optional<ProcessHandle> running = of(pidFile, mustMention);
        if (running.isPresent()) {
            running.get().destroy();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            // Asked by its command line: one that has ended may stay listed until its parent takes notice.
            while (commandLine(running.get()).contains(mustMention)) {
                if (System.nanoTime() > deadline) {
                    running.get().destroyForcibly();
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    /** The process id in the first line of a pid file; empty where there is no such file or no number in it. */
    static Optional<Long> pid(Path pidFile) throws IOException {
        try {
            return Files.readString(pidFile)
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,18}"))
                    .map(Long::valueOf);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String commandLine(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.commandLine()
                .orElseGet(() -> info.command().orElse("") + " "
                        + String.join(" ", info.arguments().orElse(new String[0])));
    }
}

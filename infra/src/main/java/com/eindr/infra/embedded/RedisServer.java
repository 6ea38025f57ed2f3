package com.eindr.infra.embedded;

import com.eindr.infra.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A Redis of our own, with its data in a folder of ours, that listens on loopback only. */
public final class RedisServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();
    private static final int ANSWER_MILLIS = 1000;

    private final Path program;
    private final Path folder;
    private final Path configuration;
    private final Path pidFile;
    private final String password;
    private final int databases;
    private final int port = Platform.freePort();

    RedisServer(Path program, Path folder, int databases) throws IOException {
        this.program = program;
        this.folder = folder;
        this.databases = databases;
        this.configuration = folder.resolve("redis.conf");
        this.pidFile = folder.resolve("redis.pid");
        Private.makeFolder(folder);
        this.password = Private.readOrWrite(folder.resolve("password"), Private.password());
    }

    /** Stops what a killed Eindr has left, and returns once the server serves. */
    public void start() throws IOException {
        stop();
        Path log = folder.resolve("server.log");
        Files.writeString(log, "");
        Private.write(configuration, """
            # Written anew at every start.
            bind 127.0.0.1
            port %d
            requirepass %s
            dir "%s"
            pidfile "%s"
            logfile "%s"
            databases %d
            appendonly yes
            appendfsync everysec
            save ""
            # Away from the terminal, whose Ctrl-C is for Eindr alone.
            daemonize yes
            # The command line keeps naming this file, by which the server is recognised as ours.
            set-proc-title no
            """.formatted(port, password, folder, pidFile, log, databases));
        Process starting = new ProcessBuilder(program.toString(), configuration.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            boolean failed = !starting.isAlive() && starting.exitValue() != 0;
            if (failed || System.nanoTime() > deadline) {
                throw new CannotStart(
                        "The embedded Redis did not start.",
                        "Its log is " + log + ". Nothing but caches is in " + folder
                                + ": deleting that folder is safe.");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Asks the server to write what it has and end; ends it after ten seconds. Does nothing where it does not run. */
    public void stop() throws IOException {
        Orphan.stop(pidFile, configuration.toString());
        Files.deleteIfExists(pidFile);
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nPING\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).contains("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}

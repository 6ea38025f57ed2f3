package com.eindr.infra.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL 17 with pgvector, out of Debian's packages, in a Debian of its own: {@code .ci/pgvector-chroot} makes it. It
 * runs as Debian's ordinary user {@code postgres}, listens on loopback only, and ends with this object.
 */
final class PgvectorServer implements AutoCloseable {
    private static final Path ROOT = Path.of("target", "pgvector").toAbsolutePath();
    private static final Path SCRIPT =
            Path.of("").toAbsolutePath().getParent().resolve(".ci").resolve("pgvector-chroot");
    private static final String PROGRAMS = "/usr/lib/postgresql/17/bin/";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String data = "/var/lib/postgresql/" + UUID.randomUUID();
    private final String password = UUID.randomUUID().toString();
    private final int port;
    private final Process server;

    PgvectorServer() {
        try {
            run(List.of("bash", SCRIPT.toString(), ROOT.toString()), Duration.ofMinutes(10));
            port = freePort();
            Path secret = ROOT.resolve(data.substring(1) + ".password");
            Files.writeString(secret, password);
            run(inside("initdb", "-D", data, "-U", "eindr", "--auth=scram-sha-256", "--pwfile=" + data + ".password"));
            server = new ProcessBuilder(inside(
                            "postgres",
                            "-D",
                            data,
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "fsync=off"))
                    .redirectErrorStream(true)
                    .redirectOutput(ROOT.resolveSibling("pgvector-server.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            Awaitility.await().atMost(PATIENCE).until(this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DriverManagerDataSource database(String name) {
        return new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "eindr", password);
    }

    DriverManagerDataSource create(String name) {
        try (Connection connection = database("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return database(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database", e);
        }
    }

    /** By its process id, and as after a day's work. */
    @Override
    public void close() {
        try {
            if (server.isAlive()) {
                new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                        .start()
                        .waitFor();
                if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        if (!server.isAlive()) {
            throw new IllegalStateException("it does not start; see target/pgvector-server.log");
        }
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "eindr", password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<String> inside(String program, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("chroot", "--userspec=postgres:postgres", ROOT.toString(), PROGRAMS + program));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        run(command, PATIENCE);
    }

    private static void run(List<String> command, Duration patience) throws IOException {
        Path output = Files.createTempFile("pgvector", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroy();
            Files.delete(output);
        }
    }
}

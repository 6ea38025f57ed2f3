package com.eindr.infra.embedded;

import com.eindr.infra.CannotStart;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL of our own, with its data in a folder of ours, that listens on loopback only.
 *
 * <p>The postmaster is no child of this process' terminal, so that Ctrl-C reaches Eindr alone and Eindr stops the server
 * after its own last write.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String USER = "eindr";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();
    private static final int STATUS_LINE = 7;

    /** Durable in any case; sized for a laptop that has other things to do. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            // Compiling a plan costs more than any of our short queries.
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("logging_collector", "off"),
            Map.entry("log_line_prefix", "%m [%p] "));

    private final Path programs;
    private final Path data;
    private final Path log;
    private final String password;
    private final Map<String, String> settings;
    private final List<String> asOrdinaryUser;
    private final int port;

    /**
     * @param folder where the data, the password and the log of the last run are kept
     * @param overrides settings of {@code postgresql.conf} that differ from this class' own
     */
    PostgresServer(Path programs, Path folder, Map<String, String> overrides) throws IOException {
        this.programs = programs;
        this.data = folder.resolve("data");
        this.log = folder.resolve("server.log");
        this.asOrdinaryUser = Platform.asOrdinaryUser();
        this.port = Platform.freePort();
        this.settings = new TreeMap<>(DEFAULTS);
        settings.putAll(overrides);
        settings.put("port", Integer.toString(port));
        Private.makeFolder(folder);
        this.password = Private.readOrWrite(folder.resolve("password"), Private.password());
    }

    /** Makes the data folder where there is none, stops what a killed Eindr has left, and returns once the server serves. */
    public void start() throws IOException {
        if (!Files.isDirectory(data)) {
            initialise();
        }
        stop();
        writeSettings();
        Files.writeString(log, "");
        Optional<String> before = postmasterFile();
        Process starting = run("pg_ctl", "-D", data.toString(), "-l", log.toString(), "-w", "-t", "60", "start");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready(before)) {
            boolean failed = !starting.isAlive() && starting.exitValue() != 0;
            if (failed || System.nanoTime() > deadline) {
                throw new CannotStart(
                        "The embedded PostgreSQL did not start. The end of its log:\n" + lastLines(),
                        "The whole log is " + log + "; the data in " + data + " was left as it is.");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Stops the server as after a day's work; does nothing where it does not run. */
    public void stop() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> running = Orphan.of(pidFile, data.toString());
        if (running.isPresent()) {
            finish(run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop"), "pg_ctl stop");
        } else if (Orphan.pid(pidFile).flatMap(ProcessHandle::of).isPresent()) {
            // After a crash of the machine the number may belong to anybody; PostgreSQL would take it for itself.
            Files.delete(pidFile);
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a database, unless there is one of that name. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + name);
            }
        }
    }

    /** A connection of its own, as superuser. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url(database), properties);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** A folder that appears under its name only when it is whole: a crash in here leaves nothing to trip over. */
    private void initialise() throws IOException {
        Path partial = data.resolveSibling("data.partial");
        Binaries.deleteTree(partial);
        Files.writeString(log, "");
        Process initdb = run(
                "initdb",
                "--pgdata=" + partial,
                "--username=" + USER,
                "--pwfile=" + data.resolveSibling("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        finish(initdb, "initdb");
        Files.writeString(
                partial.resolve("postgresql.conf"), "\ninclude_if_exists = 'eindr.conf'\n", StandardOpenOption.APPEND);
        Files.move(partial, data);
    }

    private void writeSettings() throws IOException {
        StringBuilder lines = new StringBuilder("# Written anew at every start.\n");
        settings.forEach((name, value) -> lines.append(name + " = '" + value.replace("'", "''") + "'\n"));
        Private.write(data.resolve("eindr.conf"), lines.toString());
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        File output = log.resolveSibling(program + ".log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        // The caller's own PostgreSQL settings are about another server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private void finish(Process process, String what) throws IOException {
        try {
            if (!process.waitFor(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new CannotStart(
                        "The embedded PostgreSQL failed at `" + what + "`.",
                        "See the logs in " + log.getParent() + "; the data was left as it is.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + what, e);
        }
    }

    /** PostgreSQL tells in the last line of this file whether it takes connections. */
    private boolean ready(Optional<String> before) throws IOException {
        return postmasterFile()
                .filter(now -> !Optional.of(now).equals(before))
                .map(now -> now.lines().toList())
                .filter(lines -> lines.size() > STATUS_LINE)
                .map(lines -> lines.get(STATUS_LINE).strip().equals("ready"))
                .orElse(false);
    }

    private Optional<String> postmasterFile() throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}

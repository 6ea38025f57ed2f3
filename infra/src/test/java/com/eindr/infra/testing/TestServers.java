package com.eindr.infra.testing;

import com.eindr.infra.CannotStart;
import com.eindr.infra.embedded.EmbeddedHome;
import com.eindr.infra.embedded.EmbeddedServers;
import com.eindr.infra.embedded.PostgresServer;
import com.eindr.infra.embedded.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL and the Redis of one test run: started when first asked for, stopped and deleted when the JVM ends. What
 * a killed run has left is swept away by the next one.
 */
public final class TestServers {
    private static final Path PROGRAMS =
            Path.of("target", "servers", "programs").toAbsolutePath();
    private static final Path RUNS = Path.of("target", "servers", "runs").toAbsolutePath();
    private static final String TEMPLATE = "migrated";
    private static final int REDIS_DATABASES = 1000;
    /** The servers outlive no test run, so nothing has to survive a power cut. */
    private static final Map<String, String> SETTINGS =
            Map.of("fsync", "off", "shared_buffers", "64MB", "max_connections", "300");

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger REDISES = new AtomicInteger();

    private TestServers() {}

    /** A database as the migrations leave it. */
    public static TestDatabase freshDatabase() {
        PostgresServer server = Postgres.SERVER;
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            return new TestDatabase(server, name);
        } catch (SQLException e) {
            throw new IllegalStateException("no fresh database", e);
        }
    }

    /** A Redis without keys. */
    public static TestRedis freshRedis() {
        return new TestRedis(Redis.SERVER, REDISES.incrementAndGet() % REDIS_DATABASES);
    }

    /** A PostgreSQL that a test may stop and start; it ends with the test run at the latest. Its database is empty. */
    public static PostgresServer ownPostgres(Path folder) throws IOException {
        PostgresServer server = EmbeddedServers.postgres(PROGRAMS, folder, SETTINGS);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** A Redis that a test may stop and start; it ends with the test run at the latest. */
    public static TestRedis ownRedis(Path folder) throws IOException {
        RedisServer server = EmbeddedServers.redis(PROGRAMS, folder, 1);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new TestRedis(server, 0);
    }

    /** Where the servers' programs are unpacked, once for all test runs. */
    static Path programs() {
        return PROGRAMS;
    }

    /** The folder of this test run. */
    public static Path home() {
        return Run.HOME.folder();
    }

    private static final class Run {
        static final EmbeddedHome HOME = take();

        private static EmbeddedHome take() {
            try {
                sweep();
                EmbeddedHome home = EmbeddedHome.take(
                        RUNS.resolve(Long.toString(ProcessHandle.current().pid())));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    EmbeddedServers.stopLeftIn(home.folder());
                    FileSystemUtils.deleteRecursively(home.folder().toFile());
                }));
                return home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void sweep() throws IOException {
            if (!Files.isDirectory(RUNS)) {
                return;
            }
            List<Path> runs;
            try (Stream<Path> folders = Files.list(RUNS)) {
                runs = folders.toList();
            }
            for (Path run : runs) {
                try (EmbeddedHome abandoned = EmbeddedHome.take(run)) {
                    EmbeddedServers.stopLeftIn(abandoned.folder());
                    FileSystemUtils.deleteRecursively(run);
                } catch (CannotStart e) {
                    // It is in use: another test run is at work.
                }
            }
        }
    }

    private static final class Postgres {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                PostgresServer server = EmbeddedServers.postgres(PROGRAMS, home().resolve("postgres"), SETTINGS);
                server.createDatabase(TEMPLATE);
                Flyway.configure()
                        .dataSource(server.url(TEMPLATE), PostgresServer.USER, server.password())
                        .load()
                        .migrate();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("no migrated database", e);
            }
        }
    }

    private static final class Redis {
        static final RedisServer SERVER = start();

        private static RedisServer start() {
            try {
                return EmbeddedServers.redis(PROGRAMS, home().resolve("redis"), REDIS_DATABASES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

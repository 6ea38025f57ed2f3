package com.eindr.infra.embedded;

import com.eindr.infra.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The two servers of the embedded mode. Both start in the background while Spring reads its configuration; whoever asks
 * for one waits until it serves.
 */
public final class EmbeddedServers implements AutoCloseable {
    public static final String DATABASE = "eindr";
    private static final int REDIS_DATABASES = 16;

    private final EmbeddedHome home;
    private final FutureTask<PostgresServer> postgres;
    private final FutureTask<RedisServer> redis;

    private EmbeddedServers(EmbeddedHome home, Path programs) {
        this.home = home;
        Binaries binaries = new Binaries(programs);
        this.postgres = new FutureTask<>(() -> {
            PostgresServer server = postgresIn(binaries, home.folder().resolve("postgres"), Map.of());
            server.createDatabase(DATABASE);
            return server;
        });
        this.redis = new FutureTask<>(() -> redisIn(binaries, home.folder().resolve("redis"), REDIS_DATABASES));
    }

    /**
     * Takes the folder and returns at once.
     *
     * @param programs where the servers' programs are unpacked; may be shared by any number of processes
     * @param withPostgres false where the application is pointed at a PostgreSQL of somebody else's
     * @param withRedis likewise
     */
    public static EmbeddedServers start(EmbeddedHome home, Path programs, boolean withPostgres, boolean withRedis) {
        EmbeddedServers servers = new EmbeddedServers(home, programs);
        if (withPostgres) {
            Thread.ofPlatform().name("embedded-postgres").daemon().start(servers.postgres);
        } else {
            servers.postgres.cancel(false);
        }
        if (withRedis) {
            Thread.ofPlatform().name("embedded-redis").daemon().start(servers.redis);
        } else {
            servers.redis.cancel(false);
        }
        return servers;
    }

    /** A running PostgreSQL on a folder of its own, with settings that differ from those of the embedded mode. */
    public static PostgresServer postgres(Path programs, Path folder, Map<String, String> settings) throws IOException {
        return postgresIn(new Binaries(programs), folder, settings);
    }

    /** A running Redis on a folder of its own. */
    public static RedisServer redis(Path programs, Path folder, int databases) throws IOException {
        return redisIn(new Binaries(programs), folder, databases);
    }

    /** Stops the servers that a process which is no more has left running on a folder, which the caller has taken. */
    public static void stopLeftIn(Path folder) {
        try {
            Path data = folder.resolve("postgres/data");
            Orphan.stop(data.resolve("postmaster.pid"), data.toString());
            Path redis = folder.resolve("redis");
            Orphan.stop(redis.resolve("redis.pid"), redis.resolve("redis.conf").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer postgresIn(Binaries binaries, Path folder, Map<String, String> settings)
            throws IOException {
        PostgresServer server = new PostgresServer(binaries.postgres(), folder, settings);
        return started(server, () -> {
            server.start();
            return server;
        });
    }

    private static RedisServer redisIn(Binaries binaries, Path folder, int databases) throws IOException {
        RedisServer server = new RedisServer(binaries.redis(), folder, databases);
        return started(server, () -> {
            server.start();
            return server;
        });
    }

    /** A server that has failed half-way is not left behind. */
    private static <S extends AutoCloseable> S started(S server, Callable<S> start) throws IOException {
        try {
            return start.call();
        } catch (Exception e) {
            try {
                server.close();
            } catch (Exception suppressed) {
                e.addSuppressed(suppressed);
            }
            switch (e) {
                case RuntimeException runtime -> throw runtime;
                case IOException io -> throw io;
                default -> throw new IllegalStateException(e);
            }
        }
    }

    /** @throws CannotStart if it cannot be started */
    public PostgresServer postgres() {
        return await(postgres);
    }

    /** @throws CannotStart if it cannot be started */
    public RedisServer redis() {
        return await(redis);
    }

    private static <S> S await(FutureTask<S> server) {
        try {
            return server.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CannotStart known -> throw known;
                case SQLException sql ->
                    throw new CannotStart(
                            "The embedded PostgreSQL refuses us: " + sql.getMessage(), "See its log.", sql);
                case IOException io -> throw new UncheckedIOException(io);
                case null, default -> throw new CompletionException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** Stops both, whatever state they are in, and gives the folder back. */
    @Override
    public void close() {
        // At the same time: each takes a moment, and somebody is waiting.
        Thread stopping = Thread.ofPlatform().name("embedded-redis-stop").start(() -> stop(redis));
        stop(postgres);
        try {
            stopping.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        home.close();
    }

    private static void stop(FutureTask<? extends AutoCloseable> server) {
        @Nullable AutoCloseable running = null;
        try {
            running = server.isCancelled() ? null : server.get();
        } catch (ExecutionException e) {
            // It has failed to start, and has been told to whoever waited for it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (running != null) {
            try {
                running.close();
            } catch (Exception e) {
                System.getLogger(EmbeddedServers.class.getName())
                        .log(System.Logger.Level.WARNING, "an embedded server did not stop", e);
            }
        }
    }
}

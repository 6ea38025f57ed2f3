package com.eindr.infra.eventlog;

import com.eindr.infra.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A network between the log and its PostgreSQL that can be cut; the server does not notice until it has answered. */
final class BrokenLine implements AutoCloseable {
    private final TestDatabase database;
    private final ServerSocket entrance;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final URI server;

    BrokenLine(TestDatabase database) throws IOException {
        this.database = database;
        this.server = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The URL of the same database, through this line. */
    String url() {
        return database.getJdbcUrl().replace(":" + server.getPort() + "/", ":" + entrance.getLocalPort() + "/");
    }

    /** Cuts every connection that is open by then. */
    CompletableFuture<Void> cutAfter(Duration delay) {
        return CompletableFuture.runAsync(
                this::cut, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void cut() {
        callers.forEach(BrokenLine::closeQuietly);
        callers.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = entrance.accept();
                Socket called = new Socket(server.getHost(), server.getPort());
                callers.add(caller);
                Thread.ofVirtual().start(() -> copy(caller, called));
                Thread.ofVirtual().start(() -> copy(called, caller));
            }
        } catch (IOException e) {
            cut();
        }
    }

    /** Leaves the sending side open when the receiving one is cut: so the server commits what it was told. */
    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            closeQuietly(from);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}

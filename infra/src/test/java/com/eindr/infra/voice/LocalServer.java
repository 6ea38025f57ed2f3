package com.eindr.infra.voice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on loopback that keeps what it is asked, and answers as it was last told to. */
final class LocalServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Answering answering = exchange -> answer(exchange, 404, "text/plain", new byte[0]);

    /** One request, as it came. */
    static final class Asked {
        final String method;
        final String path;
        final String query;
        final Map<String, List<String>> headers;
        final byte[] body;

        private Asked(HttpExchange exchange) throws IOException {
            method = exchange.getRequestMethod();
            path = exchange.getRequestURI().getPath();
            query = String.valueOf(exchange.getRequestURI().getRawQuery());
            headers = Map.copyOf(exchange.getRequestHeaders());
            body = exchange.getRequestBody().readAllBytes();
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** Answers a request whose body has been read. */
    @FunctionalInterface
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    LocalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                Asked request = new Asked(exchange);
                if (request.path.equals("/") || request.path.equals("/v1/models")) {
                    answer(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
                } else {
                    asked.add(request);
                    answering.answer(exchange);
                }
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    void forget() {
        asked.clear();
    }

    void answers(int status, String mediaType, byte[] body) {
        answering = exchange -> answer(exchange, status, mediaType, body);
    }

    void answers(int status, String json) {
        answers(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    void answersAs(Answering other) {
        answering = other;
    }

    /** The beginning of an answer that is said to be longer. */
    void breaksOff(String mediaType, byte[] beginning) {
        answering = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(200, beginning.length + 1000);
            exchange.getResponseBody().write(beginning);
        };
    }

    /** Its headers, and then nothing until it is closed. */
    void fallsSilent() {
        answering = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().flush();
            try {
                closed.await(5, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static void answer(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}

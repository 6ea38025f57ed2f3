package com.eindr.infra.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers on loopback as FCM's HTTP v1 API does: well, unless told otherwise for a token. */
final class FcmServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();

    private record Failure(int status, String code, int retryAfterSeconds) {}

    FcmServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/projects/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What messages to this token are answered with from now on. */
    void answer(String token, int status, String code, int retryAfterSeconds) {
        failures.put(token, new Failure(status, code, retryAfterSeconds));
    }

    /** Messages to this token are not answered at all. */
    void hangOn(String token) {
        hanging.add(token);
    }

    List<JsonNode> received() {
        return received;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        received.add(body);
        String token = body.path("message").path("token").asString();
        if (hanging.contains(token)) {
            waitForTheEnd();
            return;
        }
        Failure failure = failures.get(token);
        if (failure == null) {
            respond(exchange, 200, "{\"name\":\"projects/eindr-test/messages/1\"}");
            return;
        }
        if (failure.retryAfterSeconds() > 0) {
            exchange.getResponseHeaders().add("Retry-After", Integer.toString(failure.retryAfterSeconds()));
        }
        respond(exchange, failure.status(), """
            {"error":{"code":%d,"message":"no","status":"NOT_FOUND","details":[
            {"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"%s"}]}}\
            """.formatted(failure.status(), failure.code()));
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}

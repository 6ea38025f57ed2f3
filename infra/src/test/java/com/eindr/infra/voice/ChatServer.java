package com.eindr.infra.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the chat completions of the OpenAI-compatible API on loopback, streamed chunk by chunk. What it answers is told for a
 * word of what the person has said last, one answer for each request of that conversation; the last one goes on for ever.
 */
final class ChatServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, List<Reply>> scripts = new ConcurrentHashMap<>();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);

    /** How one request is answered. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    ChatServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    void when(String word, Reply... replies) {
        scripts.put(word, List.of(replies));
    }

    /** The requests of the conversation about a word. */
    List<JsonNode> about(String word) {
        return received.stream()
                .filter(request -> request.toString().contains(word))
                .toList();
    }

    /** Reached zero once somebody has left before the end of what was said. */
    CountDownLatch abandoned() {
        return abandoned;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        received.add(request);
        List<JsonNode> messages = request.path("messages").valueStream().toList();
        int lastSaid = 0;
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).path("role").asString().equals("user")) {
                lastSaid = i;
            }
        }
        String said = messages.get(lastSaid).path("content").asString();
        long round = messages.subList(lastSaid, messages.size()).stream()
                .filter(message -> message.path("role").asString().equals("assistant"))
                .count();
        List<Reply> script = scripts.entrySet().stream()
                .filter(entry -> said.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of(says("I do not know.")));
        script.get((int) Math.min(round, script.size() - 1)).to(exchange);
    }

    /** Words, each a chunk. */
    static Reply says(String... words) {
        return exchange -> {
            OutputStream out = begin(exchange);
            for (String word : words) {
                out.write(words(word));
                out.flush();
            }
            finish(out, "stop");
            exchange.close();
        };
    }

    /** A call, its arguments in two pieces. */
    static Reply calls(String tool, Map<String, ?> arguments) {
        return callsWith(tool, JSON.writeValueAsString(arguments));
    }

    static Reply callsWith(String tool, String... arguments) {
        return exchange -> {
            OutputStream out = begin(exchange);
            List<Map<String, Object>> pieces = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                int half = arguments[i].length() / 2;
                pieces.add(call(i, "call_" + i, tool, arguments[i].substring(0, half)));
                pieces.add(Map.of("index", i, "function", Map.of("arguments", arguments[i].substring(half))));
            }
            for (Map<String, Object> piece : pieces) {
                out.write(chunk(Map.of("tool_calls", List.of(piece))));
                out.flush();
            }
            finish(out, "tool_calls");
            exchange.close();
        };
    }

    private static Map<String, Object> call(int index, String id, String tool, String arguments) {
        return Map.of(
                "index", index, "id", id, "type", "function", "function", Map.of("name", tool, "arguments", arguments));
    }

    /** No answer but a status. */
    static Reply fails(int status) {
        return exchange -> {
            byte[] body = "{\"error\":{\"message\":\"no\"}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    /** A word, and then the connection is gone. */
    static Reply cutsOffAfter(String word) {
        return exchange -> {
            OutputStream out = begin(exchange);
            out.write(words(word));
            out.flush();
            throw new IOException("cut off");
        };
    }

    static Reply talksGarbage() {
        return exchange -> {
            OutputStream out = begin(exchange);
            out.write("data: {\"choices\": [[[\n\ndata: <html>\n\n\0\0\0".getBytes(UTF_8));
            exchange.close();
        };
    }

    /** The head of an answer, and nothing more. */
    Reply hangs() {
        return exchange -> {
            begin(exchange).flush();
            await(closed);
            exchange.close();
        };
    }

    /** A word, more once somebody has left, and then nothing that is a word, for as long as anybody listens. */
    Reply talksOnAfter(CountDownLatch left) {
        return exchange -> {
            OutputStream out = begin(exchange);
            out.write(words("Well"));
            out.flush();
            await(left);
            try {
                for (int i = 0; closed.getCount() > 0; i++) {
                    out.write(i < 200 ? words(".") : ": still here\n\n".getBytes(UTF_8));
                    out.flush();
                }
            } catch (IOException e) {
                abandoned.countDown();
                throw e;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(chunk(Map.of("role", "assistant", "content", "")));
        return out;
    }

    private static void finish(OutputStream out, String reason) throws IOException {
        out.write(event(Map.of(
                "id",
                "1",
                "object",
                "chat.completion.chunk",
                "choices",
                List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason)))));
        out.write("data: [DONE]\n\n".getBytes(UTF_8));
    }

    private static byte[] words(String words) {
        return chunk(Map.of("content", words));
    }

    private static byte[] chunk(Map<String, ?> delta) {
        return event(Map.of(
                "id", "1", "object", "chat.completion.chunk", "choices", List.of(Map.of("index", 0, "delta", delta))));
    }

    private static byte[] event(Map<String, ?> body) {
        return ("data: " + JSON.writeValueAsString(body) + "\n\n").getBytes(UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}

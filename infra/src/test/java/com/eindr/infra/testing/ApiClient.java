package com.eindr.infra.testing;

import com.eindr.account.Plan;
import com.eindr.shared.web.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the application as the outside world does: over HTTP. Start with {@link #as}. */
public final class ApiClient {
    /** Under which all endpoints but the technical ones stand. */
    public static final String BASE = "/api/v1";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final IntSupplier port;

    /** @param port where the application listens on loopback, asked for at every request */
    public ApiClient(IntSupplier port) {
        this.port = port;
    }

    /** The same as a person, with a token of the local issuer. */
    public Session as(String userId, Role... roles) {
        return new Session("Bearer " + token(userId, roles));
    }

    /** The same without a token. */
    public Session anonymous() {
        return new Session("");
    }

    /** The same with any value of the header {@code Authorization}. */
    public Session authorizedBy(String authorization) {
        return new Session(authorization);
    }

    /** A token of the local issuer; the same one for the same question. */
    public String token(String userId, Role... roles) {
        Set<String> names = new TreeSet<>();
        Stream.of(roles).forEach(role -> names.add(role.name().toLowerCase(Locale.ROOT)));
        return tokens.computeIfAbsent(
                userId + names,
                key -> anonymous()
                        .send("POST", "/dev/tokens", Map.of("userId", userId, "roles", List.copyOf(names)))
                        .expect(200)
                        .json()
                        .path("token")
                        .asString());
    }

    /** The same as a person whose token says that these addresses are verified; either may be empty. */
    public Session reachableAt(String userId, String email, String phone) {
        Map<String, Object> wanted = new HashMap<>(Map.of("userId", userId));
        if (!email.isEmpty()) {
            wanted.put("email", email);
        }
        if (!phone.isEmpty()) {
            wanted.put("phoneNumber", phone);
        }
        String token = anonymous()
                .send("POST", "/dev/tokens", wanted)
                .expect(200)
                .json()
                .path("token")
                .asString();
        return new Session("Bearer " + token);
    }

    /** Puts a person on a plan, as an administrator does. They register before, should nobody know them yet. */
    public void putOn(Plan plan, String userId) {
        as(userId).get("me").expect(200);
        as("administrator", Role.ADMIN)
                .put("admin/users/" + userId + "/plan", Map.of("plan", plan))
                .expect(200);
    }

    /** The absolute address of a path that begins with a slash. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port.getAsInt() + path);
    }

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Requests of one caller. Paths that do not begin with a slash are under {@link #BASE}. A body is text as it stands,
     * or anything that Jackson can write; headers are names and values in turn.
     */
    public final class Session {
        private final String authorization;

        private Session(String authorization) {
            this.authorization = authorization;
        }

        public Answer get(String path, String... headers) {
            return ApiClient.this.send(request(path, headers).GET().build());
        }

        /** An answer that is no text. */
        public byte[] download(String path, String... headers) {
            try {
                HttpResponse<byte[]> response =
                        http.send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new AssertionError(response.statusCode() + " for " + path);
                }
                return response.body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        public Answer post(String path, Object body, String... headers) {
            return send("POST", path, body, headers);
        }

        /** A multipart body: a file in the part {@code audio}, and texts in the others. */
        public Answer upload(String path, byte[] audio, Map<String, String> fields, String... headers) {
            String boundary = "b" + UUID.randomUUID();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            fields.forEach((name, value) -> body.writeBytes(("--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"audio\";"
                            + " filename=\"a.mp4\"\r\nContent-Type: video/mp4\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(audio);
            body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return ApiClient.this.send(request(path, headers)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                    .build());
        }

        /** An answer that is no text, to a question in JSON. */
        public byte[] downloaded(String path, Object body) {
            HttpRequest request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
                    .build();
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new AssertionError(response.statusCode() + " for " + path + ": "
                            + new String(response.body(), StandardCharsets.UTF_8));
                }
                return response.body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        public Answer put(String path, Object body, String... headers) {
            return send("PUT", path, body, headers);
        }

        /** A merge patch. */
        public Answer patch(String path, Object body, String... headers) {
            return send("PATCH", path, body, headers);
        }

        public Answer delete(String path, String... headers) {
            return ApiClient.this.send(request(path, headers).DELETE().build());
        }

        public Answer send(String method, String path, Object body, String... headers) {
            String text = body instanceof String string ? string : MAPPER.writeValueAsString(body);
            HttpRequest.Builder request = request(path, headers).method(method, BodyPublishers.ofString(text));
            boolean typed = Stream.of(headers).anyMatch("Content-Type"::equalsIgnoreCase);
            if (!typed) {
                request.header(
                        "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
            }
            return ApiClient.this.send(request.build());
        }

        /** An endless answer, line by line; closing the stream ends it. */
        public Stream<String> lines(String path, String... headers) {
            try {
                HttpResponse<Stream<String>> response =
                        http.send(request(path, headers).GET().build(), BodyHandlers.ofLines());
                if (response.statusCode() != 200) {
                    throw new AssertionError(response.statusCode() + " for " + path);
                }
                return response.body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** The beginning of an answer that may be endless: an event stream is left at once, anything else is read. */
        public Answer begin(String path, String... headers) {
            try {
                HttpResponse<InputStream> response =
                        http.send(request(path, headers).GET().build(), BodyHandlers.ofInputStream());
                try (InputStream body = response.body()) {
                    boolean endless = response.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith("text/event-stream");
                    byte[] read = endless ? new byte[0] : body.readAllBytes();
                    return new Answer(
                            response.statusCode(), response.headers(), new String(read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address(path.startsWith("/") ? path : BASE + "/" + path));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return request.timeout(PATIENCE);
        }
    }
}

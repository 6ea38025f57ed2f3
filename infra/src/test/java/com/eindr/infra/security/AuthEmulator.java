package com.eindr.infra.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of the Firebase Auth emulator as a verifier meets: unsigned ID tokens, and the question for an account.
 *
 * @see <a href="https://firebase.google.com/docs/emulator-suite/connect_auth">Connect to the Authentication Emulator</a>
 */
final class AuthEmulator implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final String project;
    /** Since when tokens of an account are good, in seconds of the epoch. */
    private final Map<String, Long> accounts = new ConcurrentHashMap<>();

    AuthEmulator(String project) throws IOException {
        this.project = project;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/identitytoolkit.googleapis.com/v1/projects/" + project + "/accounts:lookup", this::lookUp);
        server.start();
    }

    /** What FIREBASE_AUTH_EMULATOR_HOST is to be. */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void signUp(String userId) {
        accounts.put(userId, 0L);
    }

    /** No token that was issued before this moment is good any more. */
    void signOutEverywhere(String userId) {
        accounts.put(userId, Instant.now().plusSeconds(60).getEpochSecond());
    }

    /** A token as the emulator mints them for anybody, known to it or not. */
    String token(String userId, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        return new PlainJWT(change.apply(new JWTClaimsSet.Builder()
                                .issuer("https://securetoken.google.com/" + project)
                                .audience(project)
                                .subject(userId)
                                .claim("user_id", userId)
                                .claim("auth_time", now.getEpochSecond())
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                                .claim("firebase", Map.of("sign_in_provider", "password", "identities", Map.of())))
                        .build())
                .serialize();
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        JsonNode wanted =
                JSON.readTree(exchange.getRequestBody().readAllBytes()).path("localId");
        String userId = wanted.path(0).asString("");
        Long since = accounts.get(userId);
        Map<String, Object> answer = since == null
                ? Map.of("kind", "identitytoolkit#GetAccountInfoResponse")
                : Map.of(
                        "kind",
                        "identitytoolkit#GetAccountInfoResponse",
                        "users",
                        List.of(Map.of("localId", userId, "validSince", Long.toString(since))));
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** It answers no more. */
    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }
}

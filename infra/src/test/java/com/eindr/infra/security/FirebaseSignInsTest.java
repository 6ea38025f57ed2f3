package com.eindr.infra.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.shared.UserId;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.auth.FirebaseAuth;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Speaks to a server on loopback that answers as the Identity Toolkit does when an account is deleted. */
class FirebaseSignInsTest {
    private static final UserId ANA = new UserId("ana");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final FirebaseApp app;
    private final FirebaseSignIns signIns;
    private int status = 200;
    private String answer = "{\"kind\":\"identitytoolkit#DeleteAccountResponse\"}";

    FirebaseSignInsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        NetHttpTransport loopback = new NetHttpTransport.Builder()
                .setConnectionFactory(url -> (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + url.getPath())
                                .toURL()
                                .openConnection())
                .build();
        app = FirebaseApp.initializeApp(
                FirebaseOptions.builder()
                        .setProjectId("eindr-test")
                        .setCredentials(GoogleCredentials.create(
                                new AccessToken("none", Date.from(Instant.ofEpochSecond(Integer.MAX_VALUE)))))
                        .setHttpTransport(loopback)
                        .build(),
                "sign-ins-" + UUID.randomUUID());
        signIns = new FirebaseSignIns(FirebaseAuth.getInstance(app));
    }

    @BeforeEach
    void listen() {
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(exchange.getRequestURI().getPath() + " " + body);
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void disconnect() {
        app.delete();
        server.stop(0);
    }

    @Test
    void the_account_is_deleted() {
        signIns.close(ANA);
        assertThat(asked)
                .singleElement()
                .satisfies(request ->
                        assertThat(request).contains("/projects/eindr-test/accounts:delete", "\"localId\":\"ana\""));
    }

    @Test
    void an_account_that_is_not_there_is_as_good_as_deleted() {
        status = 400;
        answer = "{\"error\":{\"code\":400,\"message\":\"USER_NOT_FOUND\"}}";
        signIns.close(ANA);
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_refusal_is_told_so_that_it_is_tried_again() {
        status = 403;
        answer = "{\"error\":{\"code\":403,\"message\":\"PERMISSION_DENIED\",\"status\":\"PERMISSION_DENIED\"}}";
        assertThatThrownBy(() -> signIns.close(ANA)).isInstanceOf(IllegalStateException.class);
    }
}

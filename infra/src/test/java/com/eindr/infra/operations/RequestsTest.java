package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.operations.RequestFile.Request;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EindrTest
class RequestsTest {
    private static final Pattern EXPRESSION = Pattern.compile("(\\w+)\\.response\\.(body|headers)\\.(.+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Answer> answers = new HashMap<>();
    private Optional<String> latestWrite = Optional.empty();
    private final ApiClient api;
    private final TestClock clock;

    RequestsTest(@Autowired ApiClient api, @Autowired TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    private record Answer(int status, HttpHeaders headers, String body) {
        JsonNode at(String path) {
            return JsonMapper.shared()
                    .readTree(body)
                    .at("/" + path.replaceAll("\\[(\\d+)]", ".$1").replace('.', '/'));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reminders",
                "notes",
                "account",
                "friends",
                "contacts",
                "ledger",
                "habits",
                "operations",
                "stream",
                "audit",
                "speech"
            })
    void every_request_is_answered_as_its_file_says(String name) throws IOException {
        RequestFile file = RequestFile.read("requests/" + name + ".http");
        file.sendTo("http://127.0.0.1:" + api.address("/").getPort());

        for (Request request : file.requests()) {
            if (!request.until().isEmpty()) {
                // What it waits for is due in ten seconds.
                clock.advance(Duration.ofSeconds(15));
                await().atMost(PATIENCE)
                        .until(() -> !send(file, request).at(request.until()).isMissingNode());
            }
            Answer answer = sendOnceReadsAreThere(file, request);

            assertThat(answer.status())
                    .as("%s: %s%n%s", name, request.title(), answer.body())
                    .isEqualTo(request.status());
            answers.put(request.name(), answer);
            latestWrite = answer.headers().firstValue("Consistency-Token").or(() -> latestWrite);
        }
    }

    /** Whoever clicks through a file is slower than the read models; this test is not. */
    private Answer sendOnceReadsAreThere(RequestFile file, Request request) {
        return await().atMost(PATIENCE).until(() -> send(file, request), answer -> answer.status() != 503);
    }

    private Answer send(RequestFile file, Request request) throws IOException {
        var builder = HttpRequest.newBuilder(URI.create(filled(file, request.url())))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(filled(file, request.body())));
        latestWrite.ifPresent(token -> builder.setHeader("Consistent-With", token));
        request.headers().forEach((header, value) -> builder.setHeader(header, filled(file, value)));
        try {
            HttpResponse<InputStream> response = http.send(builder.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                // A stream of events has no end to wait for.
                boolean endless =
                        response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                byte[] read = endless ? new byte[0] : body.readAllBytes();
                return new Answer(response.statusCode(), response.headers(), new String(read, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String filled(RequestFile file, String text) {
        return file.fill(text, clock, this::value);
    }

    private String value(String expression) {
        Matcher parts = EXPRESSION.matcher(expression);
        assertThat(parts.matches()).as(expression).isTrue();
        Answer answer = answers.get(parts.group(1));
        assertThat(answer).as(expression).isNotNull();
        return parts.group(2).equals("headers")
                ? answer.headers().firstValue(parts.group(3)).orElseThrow()
                : answer.at(parts.group(3)).asString();
    }
}

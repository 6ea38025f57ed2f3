package com.eindr.infra.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrProperties;
import com.eindr.infra.testing.EindrTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever is asked, the answer is one that the description of the API names, and never an error of ours. The requests are
 * made from the description, so that whatever is new is asked for as well.
 *
 * <p>For a long run, say how many requests: {@code -Djqwik.tries.default=50000}. What failed once is tried first the next
 * time, from {@code target/jqwik-database}, which keeps the seed; it is also told as a line for a shell.
 */
@EindrTest
@TestPropertySource(
        properties = {
            "eindr.rate-limits.reads-per-minute=0",
            "eindr.rate-limits.writes-per-minute=0",
            "logging.level.com.networknt.schema=error"
        })
@AddLifecycleHook(EindrProperties.class)
class ContractTest {
    private static final int MOST_CALLS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApiClient api;
    private final Contract contract;
    private final Requests requests;
    private final World world;

    ContractTest(ApiClient api) {
        this.api = api;
        this.contract =
                new Contract(api.anonymous().get("/v3/api-docs").expect(200).json());
        this.requests = new Requests(contract);
        this.world = new World(api, contract);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void every_answer_is_one_that_is_described(@ForAll("calls") List<Call> calls) throws Exception {
        for (Call call : calls) {
            check(call);
        }
    }

    private void check(Call call) throws Exception {
        Call sent = world.filled(call);
        HttpResponse<InputStream> response = http.send(request(sent), BodyHandlers.ofInputStream());
        String mediaType = mediaType(response);
        String body = body(sent, response, mediaType);
        world.learn(sent.operation(), response, body);

        List<String> faults = new ArrayList<>();
        if (response.statusCode() >= 500 && !isBehind(sent, response, body)) {
            faults.add("an error of ours");
        }
        faults.addAll(contract.faults(sent.operation(), response.statusCode(), mediaType, body));
        if (response.statusCode() >= 400 && mediaType.equals(Contract.PROBLEM)) {
            faults.addAll(Contract.problemFaults(response.statusCode(), body));
        }
        assertThat(faults)
                .as(() -> "%s%n%s%n%s"
                        .formatted(
                                sent.curl(api.address("").toString()), response.statusCode() + " " + mediaType, body))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        return Arbitraries.of(contract.operations())
                .flatMap(requests::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_CALLS);
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.address("") + call.target()))
                .timeout(PATIENCE)
                .method(
                        call.operation().method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
        String authorization = world.authorization(call.caller());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        call.headers().forEach(pair -> request.header(pair.name(), pair.value()));
        return request.build();
    }

    private static String mediaType(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.replaceAll(";.*", "").strip();
    }

    /** A stream of events has no end to wait for, and without its end it cannot be read as what it is. */
    private static String body(Call call, HttpResponse<InputStream> response, String mediaType) throws IOException {
        boolean endless = response.statusCode() == 200
                && (mediaType.equals("text/event-stream") || call.target().contains("follow=true"));
        try (InputStream body = response.body()) {
            if (endless) {
                return mediaType.endsWith("batch+json") ? "[]" : "";
            }
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Who asks to see a write may be told that it cannot be seen yet; everybody else has to be answered. */
    private static boolean isBehind(Call call, HttpResponse<?> response, String body) {
        return response.statusCode() == 503
                && body.contains("read-models-behind")
                && call.headers().stream().anyMatch(pair -> pair.name().equals("Consistent-With"));
    }
}

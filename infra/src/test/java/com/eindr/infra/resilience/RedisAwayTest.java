package com.eindr.infra.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import com.eindr.shared.web.Role;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Eindr can do without Redis: everything is answered, and what was kept there before it went never shows afterwards. */
class RedisAwayTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @TempDir
    private Path folder;

    @Test
    void without_redis_every_endpoint_answers_and_when_it_is_back_its_views_are_right() throws Exception {
        TestRedis redis = TestServers.ownRedis(folder.resolve("redis"));
        try (AppProcess application = AppProcess.launch(
                        folder.resolve("home"), TestServers.freshDatabase(), redis, Map.of())
                .awaitReady()) {
            ApiClient api = application.api();
            ApiClient.Session ana = api.as("ana");
            assertThat(today(ana, create(ana, "before"))).containsExactly("before");
            assertThat(kept(redis)).isNotEmpty();
            double before = fallbacks(api, "views");

            redis.server().stop();

            assertThat(today(ana, create(ana, "meanwhile"))).containsExactlyInAnyOrder("before", "meanwhile");
            assertThat(failures(api)).isEmpty();
            assertThat(fallbacks(api, "views")).isGreaterThan(before);
            assertThat(fallbacks(api, "rate-limit")).isPositive();
            api.anonymous().get("/actuator/health/readiness").expect(200);

            // It comes back with what it had on its disk: a view in which the reminder made meanwhile is missing.
            redis.server().start();
            assertThat(kept(redis)).isNotEmpty();

            String after = create(ana, "after");
            await().atMost(SOON).untilAsserted(() -> {
                double withoutRedis = fallbacks(api, "views");
                assertThat(today(ana, after)).containsExactlyInAnyOrder("before", "meanwhile", "after");
                assertThat(fallbacks(api, "views")).isEqualTo(withoutRedis);
            });
            assertThat(today(ana, create(ana, "last")))
                    .containsExactlyInAnyOrder("before", "meanwhile", "after", "last");
            // Requests are counted again: somebody who has asked has not the whole budget left.
            await().atMost(SOON).until(() -> remaining(ana.get("me")) < 600);
        } finally {
            redis.server().close();
        }
    }

    /** Calls everything that the description names, with nobody's ids and empty bodies; names what fails to answer. */
    private static Set<String> failures(ApiClient api) {
        ApiClient.Session somebody = api.as("somebody", Role.values());
        Set<String> failures = new TreeSet<>();
        JsonNode paths = api.anonymous().get("/v3/api-docs").expect(200).json().path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            String address = path.getKey().replaceAll("\\{[^}]+}", Objects.toString(new UUID(0, 0)));
                            String method = operation.getKey().toUpperCase(Locale.ROOT);
                            int status = method.equals("GET") && isStream(operation.getValue())
                                    ? opened(somebody, address)
                                    : somebody.send(method, address, method.equals("GET") ? "" : "{}")
                                            .status();
                            if (status >= 500) {
                                failures.add(method + " " + address + " says " + status);
                            }
                        }));
        assertThat(paths.size()).isGreaterThan(20);
        return failures;
    }

    private static boolean isStream(JsonNode operation) {
        return operation.path("responses").path("200").path("content").has("text/event-stream");
    }

    private static int opened(ApiClient.Session who, String address) {
        try (Stream<String> lines = who.lines(address)) {
            return lines.findFirst().isPresent() ? 200 : 500;
        }
    }

    /** Returns the token to see it by. */
    private static String create(ApiClient.Session who, String title) {
        LocalDateTime tonight = LocalDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(23)
                .plusMinutes(59);
        return Objects.requireNonNull(
                who.post("reminders", Map.of("title", title, "start", tonight.toString(), "timeZone", "UTC"))
                        .expect(201)
                        .header("Consistency-Token"));
    }

    private static List<String> today(ApiClient.Session who, String token) {
        Answer answer = who.get("reminders/today?timeZone=UTC", "Consistent-With", token)
                .expect(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }

    private static double fallbacks(ApiClient api, String use) {
        String metrics = api.anonymous().get("/actuator/prometheus").expect(200).body();
        return Pattern.compile("(?m)^eindr_redis_fallbacks_total\\{[^}]*use=\"" + use + "\"[^}]*} ([0-9.E+]+)$")
                .matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private static long remaining(Answer answer) {
        return Long.parseLong(Objects.requireNonNull(answer.header("RateLimit")).replaceAll(".*r=(\\d+).*", "$1"));
    }

    /** The views in Redis, asked past the application. */
    private static List<String> kept(TestRedis redis) {
        try (RedisClient client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            return connection.sync().keys("eindr:*:views:*:ana");
        }
    }
}

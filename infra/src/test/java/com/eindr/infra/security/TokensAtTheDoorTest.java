package com.eindr.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EindrTest
class TokensAtTheDoorTest {
    private final ApiClient api;
    private final ForgedTokens forged;
    private final LocalKey key;

    @Autowired
    TokensAtTheDoorTest(ApiClient api, LocalKey key) {
        this.api = api;
        this.key = key;
        this.forged = new ForgedTokens(key);
    }

    @Test
    void a_good_token_opens_the_door() {
        api.authorizedBy("Bearer " + forged.good())
                .get("/api/v1/nothing-of-that-name")
                .expect(404);
    }

    @Test
    void a_token_of_the_local_issuer_opens_the_door() {
        api.as("ana").get("/api/v1/nothing-of-that-name").expect(404);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                        "not signed",
                        "signed with the public key as a secret",
                        "signed by a stranger under an unknown key id",
                        "signed by a stranger under our key id",
                        "signed by our key under an unknown key id",
                        "without a key id",
                        "claims of another",
                        "wrong issuer",
                        "wrong audience",
                        "expired",
                        "not yet valid",
                        "empty subject",
                        "no subject",
                        "subject of 129 characters",
                        "blank subject",
                        "cut off",
                        "not a token")
                .map(Arguments::of);
    }

    private String forgery(String name) {
        Instant now = Instant.now();
        return switch (name) {
            case "not signed" -> forged.unsigned();
            case "signed with the public key as a secret" -> forged.signedWithThePublicKeyAsSecret();
            case "signed by a stranger under an unknown key id" -> forged.signedByAStranger("unknown");
            case "signed by a stranger under our key id" -> forged.signedByAStranger(key.id());
            case "signed by our key under an unknown key id" -> forged.signedByUsUnder("unknown");
            case "without a key id" -> forged.withoutKeyId();
            case "claims of another" -> forged.withClaimsOfAnother();
            case "wrong issuer" -> forged.with(claims -> claims.issuer("https://securetoken.google.com/another"));
            case "wrong audience" -> forged.with(claims -> claims.audience("another"));
            case "expired" ->
                forged.with(claims -> claims.issueTime(Date.from(now.minus(Duration.ofHours(2))))
                        .expirationTime(Date.from(now.minus(Duration.ofHours(1)))));
            case "not yet valid" ->
                forged.with(claims -> claims.issueTime(Date.from(now.plus(Duration.ofHours(1))))
                        .expirationTime(Date.from(now.plus(Duration.ofHours(2)))));
            case "empty subject" -> forged.with(claims -> claims.subject(""));
            case "no subject" -> forged.with(claims -> claims.subject(null));
            case "subject of 129 characters" -> forged.with(claims -> claims.subject("m".repeat(129)));
            case "blank subject" -> forged.with(claims -> claims.subject("  "));
            case "cut off" -> forged.good().substring(0, 200);
            case "not a token" -> "open-sesame";
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_bad_token_is_refused_and_told_nothing(String name) {
        Answer answer = api.authorizedBy("Bearer " + forgery(name)).get("me");
        assertRefused(answer);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"eindr\", error=\"invalid_token\"");
        // One answer for all of them: it does not say which check has failed.
        assertThat(answer.json().path("detail").asString()).isEqualTo("The bearer token is not valid, or no longer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic bWFsbG9yeTpzZWNyZXQ="})
    void no_token_is_no_entry(String authorization) {
        Answer answer = api.authorizedBy(authorization).get("me");
        assertRefused(answer);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"eindr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer a b", "bearer ,;"})
    void what_is_not_even_a_header_is_refused(String authorization) {
        assertRefused(api.authorizedBy(authorization).get("me"));
    }

    @Test
    void a_header_of_8_kilobytes_is_refused_like_any_other() {
        assertRefused(api.authorizedBy("Bearer " + "x".repeat(8192)).get("me"));
    }

    @Test
    void a_header_larger_than_the_server_reads_is_a_problem_too() {
        Answer answer =
                api.authorizedBy("Bearer " + "x".repeat(40_000)).get("me").expect(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo("bad-request");
    }

    @Test
    void a_live_stream_ends_when_its_token_does() {
        Instant issued = Instant.now();
        Instant expires = issued.plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        String brief = forged.with(claims -> claims.issueTime(Date.from(issued)).expirationTime(Date.from(expires)));

        List<String> lines;
        try (Stream<String> stream = api.authorizedBy("Bearer " + brief).lines("live")) {
            // Comes to an end by itself, and cleanly: the last chunk was sent.
            lines = stream.toList();
        }

        assertThat(Instant.now()).isBetween(expires, expires.plusSeconds(15));
        assertThat(lines).contains(":connected").noneMatch(line -> line.contains("problem"));
    }

    @Test
    void a_path_that_does_not_exist_is_hidden_from_strangers() {
        assertRefused(api.anonymous().get("/api/v1/nothing-of-that-name"));
    }

    @Test
    void a_role_that_is_missing_is_403() {
        Answer answer = api.as("ana").get("/api/v1/admin/projections").expect(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(api.as("root", Role.ADMIN)
                        .get("/api/v1/admin/nothing-of-that-name")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_local_issuer_takes_only_what_it_knows() {
        api.anonymous()
                .post("/dev/tokens", Map.of("userId", "ana", "roles", List.of("emperor")))
                .expect(400);
        api.anonymous().post("/dev/tokens", Map.of("userId", " ")).expect(400);
        api.anonymous().post("/dev/tokens", Map.of()).expect(400);
    }

    @Test
    void a_harmless_correlation_id_comes_back_and_another_is_replaced() {
        assertThat(api.anonymous().get("me", "X-Correlation-Id", "abc-123").header("X-Correlation-Id"))
                .isEqualTo("abc-123");
        assertThat(api.anonymous().get("me", "X-Correlation-Id", "a b").header("X-Correlation-Id"))
                .hasSize(36);
        assertThat(api.anonymous().get("me").header("X-Correlation-Id")).hasSize(36);
    }

    private static void assertRefused(Answer answer) {
        answer.expect(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo("unauthorized");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance");
    }
}

package com.eindr.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import com.eindr.infra.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Firebase Auth emulator beside the embedded mode, and kept out of production. */
class AuthEmulatorTest {
    private static final String VARIABLE = "FIREBASE_AUTH_EMULATOR_HOST";
    private static final String PROJECT = "eindr-local";

    @TempDir
    private Path home;

    @Test
    void its_tokens_are_taken_beside_those_of_the_local_issuer() throws Exception {
        try (AuthEmulator emulator = new AuthEmulator(PROJECT);
                AppProcess application = AppProcess.launch(
                                home,
                                TestServers.freshDatabase(),
                                TestServers.freshRedis(),
                                Map.of(VARIABLE, emulator.host()))
                        .awaitReady()) {
            ApiClient api = application.api();
            emulator.signUp("ana");
            emulator.signUp("root");
            emulator.signUp("gone");
            emulator.signOutEverywhere("gone");
            String beforeItGoes = emulator.token("ana", claims -> claims);

            with(api, beforeItGoes).expect(200);
            api.authorizedBy("Bearer " + emulator.token("root", claims -> claims.claim("roles", List.of("admin"))))
                    .get("admin/projections")
                    .expect(200);
            // A person is who the token says, whoever issued it.
            String written = api.authorizedBy("Bearer " + beforeItGoes)
                    .post("reminders", "{\"title\":\"mine\",\"start\":\"2036-12-01T09:00\",\"timeZone\":\"UTC\"}")
                    .expect(201)
                    .header("Consistency-Token");
            assertThat(api.as("ana")
                            .get("sync", "Consistent-With", Objects.requireNonNull(written))
                            .expect(200)
                            .body())
                    .contains("mine");

            with(api, emulator.token("nobody-the-emulator-knows", claims -> claims))
                    .expect(401);
            with(api, emulator.token("gone", claims -> claims)).expect(401);
            with(api, emulator.token("ana", claims -> claims.audience("another")))
                    .expect(401);
            with(
                            api,
                            emulator.token(
                                    "ana",
                                    claims -> claims.expirationTime(
                                            Date.from(Instant.now().minus(Duration.ofHours(1))))))
                    .expect(401);
            // What is signed has to be signed by us, as it has without an emulator.
            ForgedTokens forged = new ForgedTokens(LocalKey.keptIn(home));
            with(api, forged.good()).expect(200);
            with(api, forged.signedByAStranger(LocalKey.keptIn(home).id())).expect(401);
            with(api, forged.signedByUsUnder("unknown")).expect(401);
            with(api, forged.signedWithThePublicKeyAsSecret()).expect(401);
            with(api, forged.with(claims -> claims.issuer("https://securetoken.google.com/another")))
                    .expect(401);
            with(api, forged.with(claims -> claims.audience("another"))).expect(401);
            with(api, forged.with(claims -> claims.subject(""))).expect(401);
            with(api, forged.unsigned()).expect(401);

            emulator.stop();

            with(api, beforeItGoes).expect(200);
            with(api, emulator.token("root", claims -> claims.claim("nonce", "asked for the first time")))
                    .expect(503);
            api.as("bea").get("me").expect(200);
        }
    }

    @Test
    void production_does_not_start_beside_one() {
        try (AppProcess application = AppProcess.launch(
                home,
                Map.of(
                        VARIABLE,
                        "127.0.0.1:9099",
                        "SPRING_PROFILES_ACTIVE",
                        "production",
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://127.0.0.1:1/eindr",
                        "SPRING_DATA_REDIS_URL",
                        "redis://127.0.0.1:1",
                        "FIREBASE_PROJECT_ID",
                        PROJECT))) {
            assertThat(application.awaitExit()).isNotZero();
            assertThat(application.output()).contains(VARIABLE, "embedded mode only");
        }
    }

    private static Answer with(ApiClient api, String token) {
        return api.authorizedBy("Bearer " + token).get("me");
    }
}

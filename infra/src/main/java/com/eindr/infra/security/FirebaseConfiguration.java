package com.eindr.infra.security;

import com.eindr.infra.CannotStart;
import com.eindr.infra.embedded.EmbeddedServersInitializer;
import com.eindr.infra.erasure.SignIns;
import com.eindr.shared.web.security.TokenVerifier;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.auth.FirebaseAuth;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** One Firebase for the whole application: the real one in production, one inside this process in the embedded mode. */
@Configuration(proxyBeanMethods = false)
class FirebaseConfiguration {
    /** The Admin SDK keeps its applications by name in a static map; several contexts in one JVM must not meet there. */
    private static String nameOfOne() {
        return "eindr-" + Long.toHexString(System.nanoTime());
    }

    /** What the SDK insists on having; of no use to anybody. */
    private static GoogleCredentials none() {
        return GoogleCredentials.create(new AccessToken("none", Date.from(Instant.ofEpochSecond(Integer.MAX_VALUE))));
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("production")
    static class Production {

        @Bean
        TokenVerifier tokenVerifier(
                FirebaseApp firebase, @Value("${eindr.firebase.check-revoked:false}") boolean checkRevoked) {
            PublishedKeys keys = new PublishedKeys(new NetHttpTransport());
            return new FirebaseTokens(FirebaseAuth.getInstance(firebase), checkRevoked, keys::has);
        }

        @Bean
        SignIns signIns(FirebaseApp firebase, @Value("${GOOGLE_APPLICATION_CREDENTIALS:}") String credentials) {
            return credentials.isBlank()
                    ? new SignInsByHand()
                    : new FirebaseSignIns(FirebaseAuth.getInstance(firebase));
        }

        /** @throws CannotStart if credentials are named that cannot be read */
        @Bean(destroyMethod = "delete")
        FirebaseApp firebaseApp(
                @Value("${eindr.firebase.project-id}") String projectId,
                @Value("${GOOGLE_APPLICATION_CREDENTIALS:}") String credentials) {
            return FirebaseApp.initializeApp(
                    FirebaseOptions.builder()
                            .setProjectId(projectId)
                            .setCredentials(credentials.isBlank() ? none() : standard(credentials))
                            .setConnectTimeout(5_000)
                            .setReadTimeout(10_000)
                            .setWriteTimeout(10_000)
                            .build(),
                    nameOfOne());
        }

        private static GoogleCredentials standard(String file) {
            try {
                return GoogleCredentials.getApplicationDefault();
            } catch (IOException e) {
                throw new CannotStart(
                        "The Google credentials cannot be read: " + e.getMessage(),
                        "Let GOOGLE_APPLICATION_CREDENTIALS name a service account's JSON file (now: " + file
                                + "), or leave it out: tokens are checked without, but no push is sent.",
                        e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("!production")
    static class Embedded {
        static final String LOCAL_PROJECT = "eindr-local";

        /** The SDK reads the variable by itself, past all configuration of ours: so nothing else counts here. */
        private static final boolean BESIDE_AN_EMULATOR = !Objects.requireNonNullElse(
                        System.getenv("FIREBASE_AUTH_EMULATOR_HOST"), "")
                .isEmpty();

        @Bean
        TokenVerifier tokenVerifier(
                FirebaseApp firebase, LocalKey key, @Value("${eindr.firebase.project-id:}") String projectId) {
            FirebaseAuth auth = FirebaseAuth.getInstance(firebase);
            if (BESIDE_AN_EMULATOR) {
                // The SDK asks the emulator about every person, so it need not be told to.
                return new EmulatorTokens(
                        new FirebaseTokens(auth, true, keyId -> true), new LocalTokens(key, projectOr(projectId)));
            }
            return new FirebaseTokens(auth, false, new PublishedKeys(new LocalCertificates(key))::has);
        }

        @Bean
        SignIns signIns(FirebaseApp firebase) {
            return BESIDE_AN_EMULATOR ? new FirebaseSignIns(FirebaseAuth.getInstance(firebase)) : new RecordedSignIns();
        }

        @Bean
        LocalKey localKey(Environment environment) throws IOException {
            return LocalKey.keptIn(EmbeddedServersInitializer.folder(environment));
        }

        @Bean(destroyMethod = "delete")
        FirebaseApp firebaseApp(LocalKey key, @Value("${eindr.firebase.project-id:}") String projectId) {
            return FirebaseApp.initializeApp(
                    FirebaseOptions.builder()
                            .setProjectId(projectOr(projectId))
                            .setCredentials(none())
                            .setHttpTransport(BESIDE_AN_EMULATOR ? new NetHttpTransport() : new LocalCertificates(key))
                            .build(),
                    nameOfOne());
        }

        @Bean
        LocalIssuer localIssuer(LocalKey key, @Value("${eindr.firebase.project-id:}") String projectId) {
            return new LocalIssuer(key, projectOr(projectId));
        }

        private static String projectOr(String projectId) {
            return projectId.isBlank() ? LOCAL_PROJECT : projectId;
        }
    }
}

package com.eindr.infra.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FirebaseSendsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(PushConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(
                    FirebaseApp.class,
                    () -> FirebaseApp.initializeApp(
                            FirebaseOptions.builder()
                                    .setProjectId("eindr-test")
                                    .setCredentials(GoogleCredentials.create(new AccessToken(
                                            "none", Date.from(Instant.ofEpochSecond(Integer.MAX_VALUE)))))
                                    .build(),
                            UUID.randomUUID().toString()));

    @Test
    void nobody_sends_where_nobody_is_named() {
        application.run(
                context -> assertThat(context.getBean(PushService.class)).isInstanceOf(RecordingPushService.class));
    }

    @Test
    void firebase_sends_in_production_with_credentials() {
        application
                .withPropertyValues("spring.profiles.active=production", "GOOGLE_APPLICATION_CREDENTIALS=/some/file")
                .run(context -> assertThat(context.getBean(PushService.class)).isInstanceOf(FcmPushService.class));
    }

    @Test
    void production_without_credentials_takes_no_push_for_sent() {
        application
                .withPropertyValues("spring.profiles.active=production", "GOOGLE_APPLICATION_CREDENTIALS=")
                .run(context -> assertThat(context.getBean(PushService.class)).isInstanceOf(NobodySends.class));
    }

    @Test
    void a_setting_has_the_last_word() {
        application
                .withPropertyValues("eindr.push.fcm.enabled=true")
                .run(context -> assertThat(context.getBean(PushService.class)).isInstanceOf(FcmPushService.class));
        application
                .withPropertyValues(
                        "spring.profiles.active=production",
                        "GOOGLE_APPLICATION_CREDENTIALS=/some/file",
                        "eindr.push.fcm.enabled=false")
                .run(context -> assertThat(context.getBean(PushService.class)).isInstanceOf(NobodySends.class));
    }
}

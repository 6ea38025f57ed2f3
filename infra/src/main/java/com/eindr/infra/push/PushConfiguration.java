package com.eindr.infra.push;

import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Chooses who sends the pushes: Firebase where {@code eindr.push.fcm.enabled} says so, otherwise nobody, and they are
 * recorded.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {

    @Bean
    @ConditionalOnProperty(name = "eindr.push.fcm.enabled", havingValue = "false", matchIfMissing = true)
    RecordingPushService recordingPushService(Clock clock) {
        return new RecordingPushService(clock);
    }

    /** The Firebase that verifies tokens, under another name and with threads of its own. */
    @Bean(destroyMethod = "delete")
    @ConditionalOnProperty(name = "eindr.push.fcm.enabled", havingValue = "true")
    PushFirebase pushFirebase(FirebaseApp firebase) {
        FirebaseOptions options = firebase.getOptions().toBuilder()
                .setThreadManager(new FewThreads())
                .build();
        return new PushFirebase(FirebaseApp.initializeApp(options, firebase.getName() + "-push"));
    }

    @Bean
    @ConditionalOnProperty(name = "eindr.push.fcm.enabled", havingValue = "true")
    FcmPushService fcmPushService(PushFirebase firebase) {
        return new FcmPushService(FirebaseMessaging.getInstance(firebase.app()));
    }

    /** Not a bean of type {@link FirebaseApp}, of which there is to be one. */
    record PushFirebase(FirebaseApp app) {
        void delete() {
            app.delete();
        }
    }
}

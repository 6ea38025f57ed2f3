package com.eindr.infra.push;

import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Chooses who sends the pushes: Firebase ({@link FirebaseSends}); or nobody, and then the embedded mode takes them down
 * as sent, for trying things out, and production says that they were not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PushConfiguration.class);

    /** In production nobody looks at what would have been sent, and a push that was not sent is not called delivered. */
    @Bean
    @Profile("production")
    @Conditional(FirebaseSends.Not.class)
    NobodySends nobodySends() {
        LOG.warn("No pushes are sent: GOOGLE_APPLICATION_CREDENTIALS names no service account");
        return new NobodySends();
    }

    @Bean
    @Profile("!production")
    @Conditional(FirebaseSends.Not.class)
    RecordingPushService recordingPushService(Clock clock) {
        LOG.info("Pushes are recorded and not sent; see GET /dev/pushes in the embedded mode");
        return new RecordingPushService(clock);
    }

    /** The Firebase that verifies tokens, under another name and with threads of its own. */
    @Bean(destroyMethod = "delete")
    @Conditional(FirebaseSends.class)
    PushFirebase pushFirebase(FirebaseApp firebase) {
        FirebaseOptions options = firebase.getOptions().toBuilder()
                .setThreadManager(new FewThreads())
                .build();
        return new PushFirebase(FirebaseApp.initializeApp(options, firebase.getName() + "-push"));
    }

    @Bean
    @Conditional(FirebaseSends.class)
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

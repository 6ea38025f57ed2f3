package com.eindr.infra.push;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether Firebase sends the pushes: as {@code eindr.push.fcm.enabled} says, or in production with credentials for it. */
final class FirebaseSends implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        String said = environment.getProperty("eindr.push.fcm.enabled", "");
        return said.isBlank()
                ? environment.acceptsProfiles(Profiles.of("production"))
                        && !environment
                                .getProperty("GOOGLE_APPLICATION_CREDENTIALS", "")
                                .isBlank()
                : Boolean.parseBoolean(said);
    }

    /** The contrary. */
    static final class Not implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !new FirebaseSends().matches(context, metadata);
        }
    }
}

package com.eindr.infra.axonserver;

import com.eindr.infra.CannotStart;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where the event log lives: {@code eindr.event-store}, or {@code EINDR_EVENT_STORE}. Nobody is to believe that a log is
 * in one place while it is in the other, so a word that is neither keeps Eindr from starting.
 */
public final class EventStoreChoice implements EnvironmentPostProcessor, Ordered {
    static final String PROPERTY = "eindr.event-store";
    static final String POSTGRES = "postgres";
    static final String AXON_SERVER = "axon-server";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String choice = environment.getProperty(PROPERTY, POSTGRES).trim();
        switch (choice) {
            case POSTGRES -> {}
            case AXON_SERVER ->
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "eventStoreChoice",
                                // Without its log a node can answer nothing but reads, so it is not ready.
                                Map.of(
                                        "management.endpoint.health.group.readiness.include",
                                        "readinessState,db,axonServer")));
            default ->
                throw new CannotStart(
                        "EINDR_EVENT_STORE (" + PROPERTY + ") is '" + choice + "', which is no event store.",
                        "Set it to " + POSTGRES + " (the default) or " + AXON_SERVER + ".");
        }
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

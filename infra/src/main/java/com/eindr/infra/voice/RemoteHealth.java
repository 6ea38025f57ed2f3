package com.eindr.infra.voice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Up as long as the server answers. No part of readiness: text works without it. */
final class RemoteHealth extends AbstractHealthIndicator {
    /** Nobody asked for it; so nothing is wrong. */
    static final Status NOT_CONFIGURED = new Status("NOT_CONFIGURED");

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final @Nullable RemoteServer server;
    private final String probe;

    /** @param server null where there is none */
    RemoteHealth(@Nullable RemoteServer server, String probe) {
        super("the server cannot be asked");
        this.server = server;
        this.probe = probe;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        RemoteServer asked = server;
        if (asked == null) {
            health.status(NOT_CONFIGURED);
        } else if (asked.answers(probe, PATIENCE)) {
            health.up();
        } else {
            health.down();
        }
    }
}

package com.eindr.infra.axonserver;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up as long as Axon Server answers a question about the log; a connection alone would prove less. */
final class AxonServerHealth extends AbstractHealthIndicator {
    private final AxonServerCalls calls;

    AxonServerHealth(AxonServerCalls calls) {
        super("Axon Server does not answer");
        this.calls = calls;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("position", calls.position());
    }
}

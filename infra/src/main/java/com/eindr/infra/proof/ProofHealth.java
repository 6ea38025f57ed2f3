package com.eindr.infra.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down when the log is not what it was. No part of readiness: what people asked to be reminded of still rings. */
final class ProofHealth extends AbstractHealthIndicator implements MeterBinder {
    private final TreeKeeper keeper;

    ProofHealth(TreeKeeper keeper) {
        super("the log cannot be checked");
        this.keeper = keeper;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        String finding = keeper.finding();
        if (finding == null) {
            health.up().withDetail("events", keeper.size());
        } else {
            health.down().withDetail("finding", finding);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("eindr.proof.broken", () -> keeper.finding() == null ? 0 : 1)
                .description("1 when the log is not what it was when it was signed, which the health's detail names")
                .register(registry);
    }
}

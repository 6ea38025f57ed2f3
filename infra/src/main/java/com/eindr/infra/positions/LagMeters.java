package com.eindr.infra.positions;

import com.eindr.infra.eventlog.LogPosition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The gauge {@code eindr.projection.lag}: positions behind the head, told by the node that runs the projection. */
@Component
class LagMeters implements MeterBinder {
    private final ProjectionPositions positions;
    private final ObjectProvider<LogPosition> log;

    LagMeters(ProjectionPositions positions, ObjectProvider<LogPosition> log) {
        this.positions = positions;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : positions.names()) {
            Gauge.builder("eindr.projection.lag", () -> lag(name))
                    .description("How many positions of the log a projection is behind")
                    .tag("projection", name)
                    .register(registry);
        }
    }

    /** Not a number on a node that does not run the projection, and where the log keeps its head to itself. */
    private double lag(String name) {
        long here = positions.here(name);
        LogPosition head = log.getIfAvailable();
        return here == 0 || head == null ? Double.NaN : Math.max(0, head.known() - here);
    }
}

package com.eindr.infra.deadletters;

import com.eindr.shared.query.Projection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** The gauge {@code eindr.deadletters}: letters that wait, by processing group; the same on every node. */
@Component
class DeadLetterMeters implements MeterBinder {
    private final DeadLetters letters;
    private final List<Projection> projections;

    DeadLetterMeters(DeadLetters letters, List<Projection> projections) {
        this.letters = letters;
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Projection projection : projections) {
            Gauge.builder("eindr.deadletters", () -> letters.count(projection.name()))
                    .description("Events that could not be handled")
                    .tag("group", projection.name())
                    .register(registry);
        }
    }
}

package com.eindr.infra.erasure;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rotation of the master key: one node looks every minute whether there is a newer one, and wraps what it has to. */
@Configuration(proxyBeanMethods = false)
class RewrappingSchedule {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> rewrapKeysOfPeople(Rewrapping rewrapping) {
        return Tasks.recurring("rewrap-keys-of-people", FixedDelay.of(PAUSE))
                .execute((instance, context) -> rewrapping.all());
    }

    @Bean
    MeterBinder keysUnderOlderMasterKeys(Rewrapping rewrapping) {
        return (MeterRegistry meters) -> Gauge.builder("eindr.person.keys.outdated", rewrapping, Rewrapping::remaining)
                .description("Keys of people that an older master key still wraps")
                .register(meters);
    }
}

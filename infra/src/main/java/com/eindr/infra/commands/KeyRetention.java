package com.eindr.infra.commands;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Idempotency keys are kept for 24 hours, as the HTTP contract says, and an hour more for slow clocks. */
@Configuration(proxyBeanMethods = false)
class KeyRetention {
    private static final Duration KEPT = Duration.ofHours(25);

    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(IdempotencyKeys keys) {
        return Tasks.recurring("forget-idempotency-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> keys.forget(KEPT));
    }
}

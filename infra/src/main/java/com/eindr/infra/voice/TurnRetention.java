package com.eindr.infra.voice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was said is forgotten after ninety days. */
@Configuration(proxyBeanMethods = false)
class TurnRetention {

    @Bean
    RecurringTask<Void> forgetOldTurns(SealedTurns turns, Clock clock) {
        return Tasks.recurring("forget-old-turns", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) ->
                        turns.forgetBefore(clock.instant().minus(SealedTurns.KEPT)));
    }
}

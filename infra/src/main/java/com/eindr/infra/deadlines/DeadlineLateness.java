package com.eindr.infra.deadlines;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long after its time a deadline is done with, retries included, as {@code eindr.deadline.lateness}.
 *
 * <p>The deadline carries its time along, because a retry moves the time by which db-scheduler knows it.
 */
final class DeadlineLateness
        implements MessageDispatchInterceptor<DeadlineMessage<?>>, MessageHandlerInterceptor<DeadlineMessage<?>> {
    private static final String DUE_AT = "dueAt";

    private final Clock clock;
    private final Timer timer;

    DeadlineLateness(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.timer = Timer.builder("eindr.deadline.lateness")
                .description("From the time of a deadline until it is done with")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public BiFunction<Integer, DeadlineMessage<?>, DeadlineMessage<?>> handle(
            List<? extends DeadlineMessage<?>> deadlines) {
        return (index, deadline) ->
                deadline.andMetaData(Map.of(DUE_AT, deadline.getTimestamp().toString()));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends DeadlineMessage<?>> work, InterceptorChain chain)
            throws Exception {
        Object result = chain.proceed();
        if (work.getMessage().getMetaData().get(DUE_AT) instanceof String dueAt) {
            Duration lateness = Duration.between(Instant.parse(dueAt), clock.instant());
            timer.record(lateness.isNegative() ? Duration.ZERO : lateness);
        }
        return result;
    }
}

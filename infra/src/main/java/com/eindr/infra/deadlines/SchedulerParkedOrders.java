package com.eindr.infra.deadlines;

import com.eindr.shared.saga.ParkedOrders;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.stereotype.Component;

/** Parks orders among the scheduled tasks, under the identifier of their message. */
@Component
class SchedulerParkedOrders implements ParkedOrders {
    private final Scheduler scheduler;
    private final Serializer serializer;
    private final Clock clock;

    SchedulerParkedOrders(Scheduler scheduler, Serializer serializer, Clock clock) {
        this.scheduler = scheduler;
        this.serializer = serializer;
        this.clock = clock;
    }

    @Override
    public void park(CommandMessage<?> order) {
        scheduler.schedule(
                ParkedOrder.TASK
                        .instance(order.getIdentifier())
                        .data(ParkedOrder.of(order, serializer))
                        .build(),
                clock.instant().plus(GrowingDelay.after(0)));
    }
}

package com.eindr.account.saga;

import com.eindr.account.AccountCommand.DropDevice;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.DeviceRemoved.Cause;
import com.eindr.account.AccountEvent.DeviceSeen;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a device belongs to one person at a time, the one who registered it last, and to nobody once it has not
 * shown itself for long.
 *
 * <p>It remembers and the accounts decide: somebody to whom the device has shown itself since keeps it.
 */
@Saga
@ProcessingGroup("device-life")
public class DeviceLife {
    /**
     * Firebase takes a token of an Android device for dead when it was not used for 270 days. A sight is recorded once a
     * day, so the last one may be a day older than it says.
     */
    static final Duration MISSED_AFTER = Duration.ofDays(270 + 1);

    static final String UNSEEN = "device-unseen";
    private static final String ACTOR = "saga:device-life";

    private @Nullable UserId owner;
    private @Nullable String deadline;

    /** For the framework. */
    public DeviceLife() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "deviceId")
    public void on(DeviceSeen event, DeadlineManager deadlines, Orders orders) {
        UserId former = owner;
        owner = event.userId();
        cancel(deadlines);
        deadline = deadlines.schedule(event.seenAt().plus(MISSED_AFTER), UNSEEN, event);
        if (former != null && !former.equals(owner)) {
            orders.give(ACTOR, new DropDevice(former, event.deviceId(), Cause.TAKEN_OVER, event.seenAt()));
        }
    }

    @SagaEventHandler(associationProperty = "deviceId")
    public void on(DeviceRemoved event, DeadlineManager deadlines) {
        if (event.userId().equals(owner)) {
            cancel(deadlines);
            SagaLifecycle.end();
        }
    }

    @DeadlineHandler(deadlineName = UNSEEN)
    public void drop(DeviceSeen last, Orders orders) {
        deadline = null;
        orders.give(ACTOR, new DropDevice(last.userId(), last.deviceId(), Cause.UNSEEN, last.seenAt()));
    }

    private void cancel(DeadlineManager deadlines) {
        if (deadline != null) {
            deadlines.cancelSchedule(UNSEEN, deadline);
            deadline = null;
        }
    }
}

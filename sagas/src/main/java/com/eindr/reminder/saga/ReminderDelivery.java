package com.eindr.reminder.saga;

import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.Whereabouts;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderCommand.FollowOwnerZone;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderEvent.Arming;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.Schedule;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the one moment a reminder is armed for, and has it ring then.
 *
 * <p>It remembers and the reminder decides: a deadline that fires although the reminder has meanwhile been armed for
 * another moment orders a ring that the reminder ignores. It ends when nothing is armed; only a reminder that follows its
 * owner is accompanied until it is finished, because the next time it is armed its zone must be the present one.
 */
@Saga
@ProcessingGroup("reminder-delivery")
public class ReminderDelivery {
    static final String ALARM = "alarm";
    static final String OWNER_MOVED = "owner-moved";

    private static final String ACTOR = "saga:reminder-delivery";
    private static final String OWNER = "userId";

    /** No read model is ever longer behind while requests are served from it. */
    private static final Duration LAG = Duration.ofMinutes(1);

    private @Nullable ReminderId reminderId;
    private boolean followsOwner;
    private @Nullable Alarm armed;
    private @Nullable String scheduleId;

    /** For the framework. */
    public ReminderDelivery() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "reminderId")
    public void on(Arming event, @Timestamp Instant at, DeadlineManager deadlines, Orders orders) {
        reminderId = event.reminderId();
        arm(event, deadlines);
        switch (event) {
            case ReminderCreated created -> follow(created.ownerId(), created.schedule(), at, deadlines, orders);
            case ReminderRescheduled changed -> follow(changed.ownerId(), changed.schedule(), at, deadlines, orders);
            case ReminderCancelled cancelled -> followsOwner = false;
            case ReminderReinstated back -> followAgain(back.ownerId(), back.schedule(), deadlines, orders);
            case OccurrenceReopened back -> followAgain(back.ownerId(), back.schedule(), deadlines, orders);
            default -> {}
        }
        if (armed == null && !followsOwner) {
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = "reminderId")
    public void on(ReminderCompleted event) {
        SagaLifecycle.end();
    }

    /** Every reminder follows by a deadline of its own, so that one that cannot holds up no other. */
    @SagaEventHandler(associationProperty = OWNER)
    public void on(TimeZoneChanged event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ZERO, OWNER_MOVED, event.userId());
    }

    @DeadlineHandler(deadlineName = ALARM)
    public void ring(Alarm alarm, Orders orders) {
        orders.give(ACTOR, new RingReminder(reminder(), alarm));
    }

    /**
     * Asks where the owner is and not where the event said, and asks again afterwards: of two changes in short order, the
     * later one wins whichever is handled last, on whichever node.
     */
    @DeadlineHandler(deadlineName = OWNER_MOVED)
    public void follow(UserId owner, Orders orders) {
        Optional<ZoneId> told = Optional.empty();
        for (Optional<ZoneId> zone = zoneOf(owner, orders); !zone.equals(told); zone = zoneOf(owner, orders)) {
            zone.ifPresent(present -> orders.give(ACTOR, new FollowOwnerZone(reminder(), present)));
            told = zone;
        }
    }

    private void arm(Arming event, DeadlineManager deadlines) {
        Alarm next = event.next();
        if (Objects.equals(next, armed)) {
            return;
        }
        if (scheduleId != null && !settlesArmed(event)) {
            deadlines.cancelSchedule(ALARM, scheduleId);
        }
        armed = next;
        scheduleId = next == null ? null : deadlines.schedule(next.dueAt(), ALARM, next);
    }

    /** The deadline whose firing brought about the event is gone by itself; cancelling it would disturb its completion. */
    private boolean settlesArmed(Arming event) {
        return armed != null
                && switch (event) {
                    case OccurrenceRang rang ->
                        rang.occurrence().equals(armed.occurrence())
                                && rang.dueAt().equals(armed.dueAt());
                    case OccurrenceMissed missed ->
                        missed.occurrence().equals(armed.occurrence())
                                && missed.dueAt().equals(armed.dueAt());
                    default -> false;
                };
    }

    /**
     * From now on it hears of the owner's moves. One that came just before, and that the read model did not know yet from
     * which the schedule took its zone, it has to ask for. Any other zone is where the owner says they are.
     */
    private void follow(UserId owner, Schedule schedule, Instant at, DeadlineManager deadlines, Orders orders) {
        followsOwner = schedule.followsOwner();
        if (!followsOwner) {
            SagaLifecycle.removeAssociationWith(OWNER, owner.toString());
            return;
        }
        SagaLifecycle.associateWith(OWNER, owner.toString());
        if (whereaboutsOf(owner, orders)
                .filter(owners -> owners.hasLeft(schedule.timeZone(), at.minus(LAG)))
                .isPresent()) {
            deadlines.schedule(Duration.ZERO, OWNER_MOVED, owner);
        }
    }

    /** Of a reminder that was finished it has heard nothing since; its owner may be anywhere by now. */
    private void followAgain(UserId owner, Schedule schedule, DeadlineManager deadlines, Orders orders) {
        if (followsOwner || !schedule.followsOwner()) {
            return;
        }
        followsOwner = true;
        SagaLifecycle.associateWith(OWNER, owner.toString());
        if (whereaboutsOf(owner, orders)
                .filter(owners -> owners.isElsewhereThan(schedule.timeZone()))
                .isPresent()) {
            deadlines.schedule(Duration.ZERO, OWNER_MOVED, owner);
        }
    }

    private static Optional<ZoneId> zoneOf(UserId owner, Orders orders) {
        return whereaboutsOf(owner, orders).map(Whereabouts::timeZone);
    }

    private static Optional<Whereabouts> whereaboutsOf(UserId owner, Orders orders) {
        return orders.ask(ACTOR, new TellTimeZone(owner), Whereabouts.class);
    }

    private ReminderId reminder() {
        return Objects.requireNonNull(reminderId, "a delivery begins with a reminder");
    }
}

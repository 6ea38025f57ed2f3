package com.eindr.reminder.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderCommand.OfUser;
import com.eindr.reminder.ReminderCommand.ReinstateReminder;
import com.eindr.reminder.ReminderCommand.ReopenOccurrence;
import com.eindr.reminder.ReminderCommand.WithdrawPutOff;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.PutOffWithdrawn;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.ReminderStatus;
import com.eindr.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Reminder} takes back what was done to it last: by going on with what it would have become without. What
 * had become due by then is armed for a time that has passed, and rings late or is missed like any other.
 */
abstract class TakenBack extends ReminderState {

    @CommandHandler
    long handle(ReinstateReminder command, OccurrenceCalendar calendar, Clock clock) {
        requireOwner(command);
        if (status != ReminderStatus.CANCELLED) {
            throw Refusal.of(ReminderRefusal.REMINDER_NOT_CANCELLED, "The reminder is " + status + ".");
        }
        Alarm next = new Pending(calendar, schedule, progress).earliest();
        apply(new ReminderReinstated(
                reminderId, ownerId, command.by(), words.title(), words.notes(), schedule, now(clock), next));
        return version();
    }

    @CommandHandler
    long handle(ReopenOccurrence command, OccurrenceCalendar calendar, Clock clock) {
        requireOwner(command);
        if (status == ReminderStatus.CANCELLED) {
            requireActive();
        }
        LastDeed deed = toTakeBack(LastDeed.Kind.SETTLED, command.occurrence());
        Alarm next = new Pending(calendar, schedule, deed.without()).earliest();
        apply(new OccurrenceReopened(reminderId, ownerId, command.by(), deed.occurrence(), schedule, now(clock), next));
        return version();
    }

    @CommandHandler
    long handle(WithdrawPutOff command, OccurrenceCalendar calendar, Clock clock) {
        requireOwner(command);
        requireActive();
        LastDeed deed = toTakeBack(LastDeed.Kind.PUT_OFF, command.occurrence());
        Alarm next = new Pending(calendar, schedule, deed.without()).earliest();
        apply(new PutOffWithdrawn(reminderId, ownerId, command.by(), deed.occurrence(), now(clock), next));
        return version();
    }

    private LastDeed toTakeBack(LastDeed.Kind kind, @Nullable OccurrenceId asked) {
        LastDeed last = lastDeed;
        if (last == null || last.kind() != kind || (asked != null && !asked.equals(last.occurrence()))) {
            throw Refusal.of(
                    ReminderRefusal.NOTHING_TO_TAKE_BACK,
                    "It is not what was done last to this reminder, or the reminder has gone on since.");
        }
        return last;
    }

    void requireOwner(OfUser command) {
        if (!command.by().equals(ownerId)) {
            throw ReminderRefusal.notFound(reminderId);
        }
    }

    void requireActive() {
        if (status != ReminderStatus.ACTIVE) {
            throw Refusal.of(ReminderRefusal.REMINDER_NOT_ACTIVE, "The reminder is " + status + ".");
        }
    }

    /** In milliseconds, which every store and every clock between here and the deadline keeps exactly. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** As clients count: the first event makes version 1. */
    static long version() {
        return getVersion() + 1;
    }
}

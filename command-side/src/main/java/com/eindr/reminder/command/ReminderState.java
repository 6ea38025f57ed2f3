package com.eindr.reminder.command;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Snapshotted;
import com.eindr.shared.UserId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a {@link Reminder} remembers: what its events made of it, or a snapshot of them. It decides nothing. */
abstract class ReminderState implements Snapshotted {
    @AggregateIdentifier
    ReminderId reminderId;

    UserId ownerId;
    Words words;
    Schedule schedule;
    ReminderStatus status = ReminderStatus.ACTIVE;

    @Nullable
    Alarm armed;

    Progress progress = new Progress();

    /** The first event, or the snapshot, sets every field. */
    @SuppressWarnings("NullAway.Init")
    ReminderState() {}

    @EventSourcingHandler
    void on(ReminderEvent event) {
        switch (event) {
            case ReminderCreated created -> {
                reminderId = created.reminderId();
                ownerId = created.ownerId();
                words = new Words(created.title(), created.notes());
                schedule = created.schedule();
            }
            case ReminderReworded reworded -> words = new Words(reworded.title(), reworded.notes());
            case ReminderRescheduled rescheduled -> {
                progress.rescheduled(schedule, rescheduled.schedule(), rescheduled.next());
                schedule = rescheduled.schedule();
            }
            case OwnerZoneFollowed followed -> schedule = schedule.inZone(followed.timeZone());
            case OccurrenceRang rang -> progress.rang(rang.occurrence(), schedule, rang.rangAt(), rang.nag());
            case OccurrenceMissed missed -> progress.missed(missed.occurrence(), schedule, missed.noticedAt());
            case OccurrenceCompleted completed ->
                progress.settled(completed.occurrence(), schedule, completed.completedAt());
            case OccurrenceSkipped skipped -> progress.settled(skipped.occurrence(), schedule, skipped.skippedAt());
            case OccurrenceSnoozed snoozed ->
                progress.putOff(new PutOff.Snoozed(snoozed.occurrence(), snoozed.until()));
            case OccurrenceMoved moved -> progress.putOff(new PutOff.Moved(moved.occurrence(), moved.start()));
            case ReminderCompleted _ -> status = ReminderStatus.COMPLETED;
            case ReminderCancelled _ -> status = ReminderStatus.CANCELLED;
        }
        if (event instanceof ReminderEvent.Arming arming) {
            armed = arming.next();
            progress.armed(armed);
        }
    }

    @Override
    public ReminderSnapshot snapshot() {
        return new ReminderSnapshot(
                reminderId, ownerId, words.title(), words.notes(), schedule, status, armed, progress.course());
    }

    @EventSourcingHandler
    void on(ReminderSnapshot snapshot) {
        reminderId = snapshot.reminderId();
        ownerId = snapshot.ownerId();
        words = new Words(snapshot.title(), snapshot.notes());
        schedule = snapshot.schedule();
        status = snapshot.status();
        armed = snapshot.armed();
        progress = new Progress(snapshot.course());
    }
}

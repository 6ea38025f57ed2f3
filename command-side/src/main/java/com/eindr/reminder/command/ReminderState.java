package com.eindr.reminder.command;

import static java.util.Objects.requireNonNull;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.PutOffWithdrawn;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Snapshotted;
import com.eindr.shared.UserId;
import java.time.Instant;
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

    @Nullable
    LastDeed lastDeed;

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
                lastDeed = null;
                progress.rescheduled(schedule, rescheduled.schedule(), rescheduled.next());
                schedule = rescheduled.schedule();
            }
            case OwnerZoneFollowed followed -> schedule = schedule.inZone(followed.timeZone());
            case OccurrenceRang rang -> {
                progress.rang(rang.occurrence(), schedule, rang.rangAt(), rang.nag());
                lastDeed =
                        lastDeed == null ? null : lastDeed.rang(rang.occurrence(), schedule, rang.rangAt(), rang.nag());
            }
            case OccurrenceMissed missed -> {
                progress.missed(missed.occurrence(), schedule, missed.noticedAt());
                lastDeed = lastDeed == null ? null : lastDeed.missed(missed.occurrence(), schedule, missed.noticedAt());
            }
            case OccurrenceCompleted completed -> settled(completed.occurrence(), completed.completedAt());
            case OccurrenceSkipped skipped -> settled(skipped.occurrence(), skipped.skippedAt());
            case OccurrenceSnoozed snoozed -> putOff(new PutOff.Snoozed(snoozed.occurrence(), snoozed.until()));
            case OccurrenceMoved moved -> putOff(new PutOff.Moved(moved.occurrence(), moved.start()));
            case OccurrenceReopened _, PutOffWithdrawn _ -> takenBack();
            case ReminderReinstated reinstated -> {
                status = ReminderStatus.ACTIVE;
                progress.resumed(reinstated.at());
                lastDeed = null;
            }
            case ReminderCompleted _ -> status = ReminderStatus.COMPLETED;
            case ReminderCancelled _ -> status = ReminderStatus.CANCELLED;
        }
        if (event instanceof ReminderEvent.Arming arming) {
            armed = arming.next();
            progress.armed(armed);
        }
    }

    private void settled(OccurrenceId occurrence, Instant at) {
        lastDeed = new LastDeed(LastDeed.Kind.SETTLED, occurrence, progress.copy());
        progress.settled(occurrence, schedule, at);
    }

    private void putOff(PutOff later) {
        lastDeed = new LastDeed(LastDeed.Kind.PUT_OFF, later.occurrence(), progress.copy());
        progress.putOff(later);
    }

    private void takenBack() {
        progress = requireNonNull(lastDeed, "only what was done is taken back").without();
        lastDeed = null;
        status = ReminderStatus.ACTIVE;
    }

    @Override
    public ReminderSnapshot snapshot() {
        return new ReminderSnapshot(
                reminderId,
                ownerId,
                words.title(),
                words.notes(),
                schedule,
                status,
                armed,
                progress.course(),
                ReminderSnapshot.Done.of(lastDeed));
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
        lastDeed = snapshot.last() == null ? null : snapshot.last().deed();
    }
}

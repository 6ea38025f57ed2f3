package com.eindr.reminder.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderCommand.EditReminder;
import com.eindr.reminder.ReminderCommand.FollowOwnerZone;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderCommand.OfUser;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderCommand.SkipOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
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
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One reminder: decides when it rings, and what becomes of its occurrences.
 *
 * <p>Of all its alarms only the earliest is armed; whoever rings must name it exactly, so that an alarm rings at most
 * once. Handlers try what they are about to record on a copy of the {@link Progress} to learn which alarm comes next.
 */
@Aggregate(snapshotTriggerDefinition = "reminderSnapshots")
class Reminder extends TakenBack {
    /** For the framework, which fills a new instance from the reminder's events. */
    Reminder() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(CreateReminder command, OccurrenceCalendar calendar, Entitlements entitlements, Clock clock) {
        if (!command.by().equals(command.ownerId())) {
            throw Refusal.of(ReminderRefusal.NOT_THE_OWNER, "Reminders are set by those they remind.");
        }
        ReminderCreated created = created(
                command.reminderId(),
                command.ownerId(),
                command.by(),
                new Words(command.title(), command.notes()),
                command.schedule(),
                calendar,
                clock);
        entitlements.take(command.by(), Feature.REMINDERS, now(clock));
        apply(created);
        return version();
    }

    /** Sets it as {@code createdBy} wishes, who has the owner's consent. It was paid for where it was proposed. */
    void give(
            ReminderId id,
            UserId owner,
            UserId createdBy,
            Words given,
            Schedule when,
            OccurrenceCalendar calendar,
            Clock clock) {
        apply(created(id, owner, createdBy, given, when, calendar, clock));
    }

    private ReminderCreated created(
            ReminderId id,
            UserId owner,
            UserId createdBy,
            Words given,
            Schedule when,
            OccurrenceCalendar calendar,
            Clock clock) {
        Words said = given.checked();
        Schedule wanted = when.tidy();
        calendar.check(wanted);
        Alarm first =
                new Pending(calendar, wanted, progress).firstOrRefuse(wanted.repeats() ? now(clock) : Instant.MIN);
        return new ReminderCreated(id, owner, createdBy, said.title(), said.notes(), wanted, first);
    }

    @CommandHandler
    long handle(EditReminder command, OccurrenceCalendar calendar, Clock clock) {
        requireOwner(command);
        requireActive();
        Edit edit = new Edit(command);
        Words said = edit.of(words).checked();
        Schedule wanted = edit.of(schedule);
        ReminderRescheduled rescheduled = wanted.equals(schedule)
                ? null
                : new ReminderRescheduled(
                        reminderId,
                        ownerId,
                        command.by(),
                        wanted,
                        new Pending(calendar, schedule, progress).afterRescheduling(wanted, now(clock)));
        if (!said.equals(words)) {
            apply(new ReminderReworded(reminderId, ownerId, command.by(), said.title(), said.notes()));
        }
        if (rescheduled != null) {
            apply(rescheduled);
        }
        return version();
    }

    @CommandHandler
    long handle(CompleteOccurrence command, OccurrenceCalendar calendar, Clock clock) {
        return settle(
                command,
                command.occurrence(),
                calendar,
                now(clock),
                (occurrence, now, next) ->
                        new OccurrenceCompleted(reminderId, ownerId, command.by(), occurrence, now, next));
    }

    @CommandHandler
    long handle(SkipOccurrence command, OccurrenceCalendar calendar, Clock clock) {
        return settle(
                command,
                command.occurrence(),
                calendar,
                now(clock),
                (occurrence, now, next) ->
                        new OccurrenceSkipped(reminderId, ownerId, command.by(), occurrence, now, next));
    }

    /** That nothing more is to be done about an occurrence, and which alarm that leaves. */
    private interface Settled {
        ReminderEvent at(OccurrenceId occurrence, Instant now, @Nullable Alarm next);
    }

    private long settle(
            OfUser command, @Nullable OccurrenceId asked, OccurrenceCalendar calendar, Instant now, Settled fact) {
        requireOwner(command);
        if (status == ReminderStatus.COMPLETED) {
            throw Refusal.of(ReminderRefusal.OCCURRENCE_SETTLED, "Everything about this reminder is done.");
        }
        OccurrenceId occurrence = occurrence(command, asked, calendar);
        Progress after = progress.copy();
        after.settled(occurrence, schedule, now);
        Alarm next = new Pending(calendar, schedule, after).earliest();
        boolean nothingLeft = next == null && after.unanswered() == null;
        ReminderCompleted completed = new ReminderCompleted(reminderId, ownerId);
        apply(fact.at(occurrence, now, next));
        if (nothingLeft) {
            apply(completed);
        }
        return version();
    }

    @CommandHandler
    long handle(SnoozeOccurrence command, OccurrenceCalendar calendar, Clock clock) {
        Instant until = command.until().truncatedTo(ChronoUnit.MILLIS);
        OccurrenceId occurrence = occurrence(command, command.occurrence(), calendar);
        ScheduleCheck.snooze(until, now(clock));
        putOff(
                new PutOff.Snoozed(occurrence, until),
                calendar,
                next -> new OccurrenceSnoozed(reminderId, ownerId, command.by(), occurrence, until, next));
        return version();
    }

    @CommandHandler
    long handle(MoveOccurrence command, OccurrenceCalendar calendar, Clock clock) {
        OccurrenceId occurrence = occurrence(command, command.occurrence(), calendar);
        LocalDateTime start = schedule.startingAt(command.start()).tidy().start();
        ScheduleCheck.start("start", start);
        PutOff moved = new PutOff.Moved(occurrence, start);
        ScheduleCheck.future("start", moved.alarm(schedule, calendar).dueAt(), now(clock));
        putOff(
                moved,
                calendar,
                next -> new OccurrenceMoved(reminderId, ownerId, command.by(), occurrence, start, next));
        return version();
    }

    private void putOff(PutOff later, OccurrenceCalendar calendar, Function<@Nullable Alarm, ReminderEvent> fact) {
        if (progress.putOff().contains(later)) {
            return;
        }
        Progress after = progress.copy();
        after.putOff(later);
        apply(fact.apply(new Pending(calendar, schedule, after).earliest()));
    }

    @CommandHandler
    long handle(CancelReminder command) {
        requireOwner(command);
        requireActive();
        apply(new ReminderCancelled(reminderId, ownerId, command.by()));
        return version();
    }

    @CommandHandler
    void handle(RingReminder command, OccurrenceCalendar calendar, Clock clock, RingPolicy policy) {
        Alarm alarm = command.alarm();
        if (status != ReminderStatus.ACTIVE || !alarm.equals(armed)) {
            return;
        }
        Instant now = now(clock);
        boolean late = alarm.dueAt().plus(policy.lateAfter()).isBefore(now);
        Progress after = progress.copy();
        Pending pending = new Pending(calendar, schedule, after);
        if (late && schedule.onMissed() == OnMissed.SKIP && alarm.kind() != Alarm.Kind.NAG) {
            after.missed(alarm.occurrence(), schedule, now);
            apply(new OccurrenceMissed(
                    reminderId, ownerId, alarm.occurrence(), alarm.dueAt(), now, pending.earliest()));
        } else {
            after.rang(alarm.occurrence(), schedule, now, alarm.nag());
            apply(new OccurrenceRang(
                    reminderId,
                    ownerId,
                    words.title(),
                    alarm.occurrence(),
                    alarm.dueAt(),
                    now,
                    late,
                    alarm.nag(),
                    pending.earliest()));
        }
    }

    @CommandHandler
    void handle(FollowOwnerZone command, OccurrenceCalendar calendar) {
        if (status != ReminderStatus.ACTIVE
                || !schedule.followsOwner()
                || schedule.timeZone().equals(command.timeZone())) {
            return;
        }
        Pending there = new Pending(calendar, schedule.inZone(command.timeZone()), progress);
        apply(new OwnerZoneFollowed(reminderId, ownerId, command.timeZone(), there.earliest()));
    }

    private OccurrenceId occurrence(OfUser command, @Nullable OccurrenceId asked, OccurrenceCalendar calendar) {
        requireOwner(command);
        requireActive();
        return new Pending(calendar, schedule, progress).choose(asked, armed);
    }
}

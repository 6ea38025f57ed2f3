package com.eindr.reminder;

import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order a reminder takes. Orders of users say who acts; the rest come from sagas. */
public sealed interface ReminderCommand {

    ReminderId reminderId();

    /** An order that a person gives; anybody but the owner is told that there is no such reminder. */
    sealed interface OfUser extends ReminderCommand {
        UserId by();
    }

    /** Sets a new reminder for {@code ownerId}. */
    record CreateReminder(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            UserId ownerId,
            String title,
            @Nullable String notes,
            Schedule schedule)
            implements OfUser {}

    /** Changes the fields that are mentioned; an edit that changes nothing records nothing. */
    record EditReminder(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            Patch<String> title,
            Patch<String> notes,
            Patch<LocalDateTime> start,
            Patch<ZoneId> timeZone,
            Patch<Timing> timing,
            Patch<String> recurrence,
            Patch<RepeatFrom> repeatFrom,
            Patch<OnMissed> onMissed,
            Patch<Duration> nagEvery)
            implements OfUser {}

    /** Without an occurrence: the one that rang last and is unanswered, else the one armed next. */
    record CompleteOccurrence(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            @Nullable OccurrenceId occurrence) implements OfUser {}

    /** Chooses the occurrence as {@link CompleteOccurrence} does. */
    record SkipOccurrence(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            @Nullable OccurrenceId occurrence) implements OfUser {}

    /** Chooses the occurrence as {@link CompleteOccurrence} does. */
    record SnoozeOccurrence(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            @Nullable OccurrenceId occurrence,
            Instant until)
            implements OfUser {}

    /** Moves one occurrence to another local time of the reminder's zone. Chooses it as {@link CompleteOccurrence}. */
    record MoveOccurrence(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            @Nullable OccurrenceId occurrence,
            LocalDateTime start)
            implements OfUser {}

    record CancelReminder(@TargetAggregateIdentifier ReminderId reminderId, UserId by) implements OfUser {}

    /** Takes a cancellation back, however long ago it was. */
    record ReinstateReminder(@TargetAggregateIdentifier ReminderId reminderId, UserId by) implements OfUser {}

    /** Takes back that an occurrence was completed or skipped, if that was the last thing that a person did to it all. */
    record ReopenOccurrence(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            @Nullable OccurrenceId occurrence) implements OfUser {}

    /** Takes back that an occurrence was snoozed or moved, if that was the last thing that a person did to it all. */
    record WithdrawPutOff(
            @TargetAggregateIdentifier ReminderId reminderId,
            UserId by,
            @Nullable OccurrenceId occurrence) implements OfUser {}

    /** The deadline of an alarm has come. An alarm that no longer stands is ignored, and so is a repetition. */
    record RingReminder(@TargetAggregateIdentifier ReminderId reminderId, Alarm alarm) implements ReminderCommand {}

    /** The owner's zone has changed. Ignored by FIXED and finished reminders. */
    record FollowOwnerZone(@TargetAggregateIdentifier ReminderId reminderId, ZoneId timeZone)
            implements ReminderCommand {}
}

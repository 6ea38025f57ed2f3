package com.eindr.reminder;

import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a reminder. Stored for ever. */
public sealed interface ReminderEvent {

    ReminderId reminderId();

    /** Whose reminder it is: the subject of the event's personal fields. */
    UserId ownerId();

    /** An event after which the reminder is armed for another moment than before, or for none. */
    sealed interface Arming extends ReminderEvent {

        /** The one moment the reminder is armed for now; null where it is not to ring. */
        @Nullable
        Alarm next();
    }

    /** Somebody asked to be reminded. */
    @Revision("1")
    record ReminderCreated(
            ReminderId reminderId,
            UserId ownerId,
            UserId createdBy,
            @Personal(of = "ownerId") String title,
            @Personal(of = "ownerId") @Nullable String notes,
            Schedule schedule,
            @Nullable Alarm next)
            implements Arming {}

    /** The words changed, the time did not. */
    @Revision("1")
    record ReminderReworded(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            @Personal(of = "ownerId") String title,
            @Personal(of = "ownerId") @Nullable String notes)
            implements ReminderEvent {}

    /**
     * The schedule was replaced. Earlier snoozes, moves and skips of single occurrences no longer count, unless the new
     * schedule {@linkplain Schedule#hasTimesOf has the times of the old one} and only the manner of ringing changed.
     */
    @Revision("1")
    record ReminderRescheduled(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            Schedule schedule,
            @Nullable Alarm next) implements Arming {}

    /** The owner lives in another zone now, and the reminder follows. */
    @Revision("1")
    record OwnerZoneFollowed(
            ReminderId reminderId,
            UserId ownerId,
            ZoneId timeZone,
            @Nullable Alarm next) implements Arming {}

    /** An occurrence rang; {@code nag} counts the repetitions of an unanswered ring from 1. */
    @Revision("1")
    record OccurrenceRang(
            ReminderId reminderId,
            UserId ownerId,
            @Personal(of = "ownerId") String title,
            OccurrenceId occurrence,
            Instant dueAt,
            Instant rangAt,
            boolean late,
            int nag,
            @Nullable Alarm next)
            implements Arming {}

    /** The time of an occurrence passed while nothing could ring, and its owner wanted no late ring. */
    @Revision("1")
    record OccurrenceMissed(
            ReminderId reminderId,
            UserId ownerId,
            OccurrenceId occurrence,
            Instant dueAt,
            Instant noticedAt,
            @Nullable Alarm next)
            implements Arming {}

    /** The thing was done, perhaps before its time. */
    @Revision("1")
    record OccurrenceCompleted(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            OccurrenceId occurrence,
            Instant completedAt,
            @Nullable Alarm next)
            implements Arming {}

    /** The thing will not be done this time. */
    @Revision("1")
    record OccurrenceSkipped(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            OccurrenceId occurrence,
            Instant skippedAt,
            @Nullable Alarm next)
            implements Arming {}

    /** The occurrence is to ring (again) at another instant; the series stays where it is. */
    @Revision("1")
    record OccurrenceSnoozed(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            OccurrenceId occurrence,
            Instant until,
            @Nullable Alarm next)
            implements Arming {}

    /** The occurrence takes place at another local time; it keeps its name, and the series stays where it is. */
    @Revision("1")
    record OccurrenceMoved(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            OccurrenceId occurrence,
            LocalDateTime start,
            @Nullable Alarm next)
            implements Arming {}

    /** Nothing is left to be done: the last occurrence is completed or skipped. */
    @Revision("1")
    record ReminderCompleted(ReminderId reminderId, UserId ownerId) implements ReminderEvent {}

    /** The owner called it off. It does not ring unless it is reinstated. */
    @Revision("1")
    record ReminderCancelled(ReminderId reminderId, UserId ownerId, UserId by) implements Arming {
        @Override
        public @Nullable Alarm next() {
            return null;
        }
    }

    /**
     * The cancellation was taken back: the reminder stands where it stood. What it was armed for and has passed meanwhile
     * rings late or is missed; of what a series would have rung besides, before {@code at}, nothing rings.
     */
    @Revision("1")
    record ReminderReinstated(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            @Personal(of = "ownerId") String title,
            @Personal(of = "ownerId") @Nullable String notes,
            Schedule schedule,
            Instant at,
            @Nullable Alarm next)
            implements Arming {}

    /** An occurrence is neither completed nor skipped any more, as if it had never been. The reminder is active. */
    @Revision("1")
    record OccurrenceReopened(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            OccurrenceId occurrence,
            Schedule schedule,
            Instant at,
            @Nullable Alarm next)
            implements Arming {}

    /** The last snooze or move of an occurrence was taken back, as if it had never been. */
    @Revision("1")
    record PutOffWithdrawn(
            ReminderId reminderId,
            UserId ownerId,
            UserId by,
            OccurrenceId occurrence,
            Instant at,
            @Nullable Alarm next) implements Arming {}
}

package com.eindr.reminder.query;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.Schedule;
import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code reminder}.
 *
 * @param seriesFrom the last occurrence that was armed as the series has it
 * @param changedAt the position of the event that last changed it
 */
record ReminderRow(
        ReminderId id,
        UserId ownerId,
        UserId createdBy,
        String title,
        @Nullable String notes,
        Schedule schedule,
        ReminderStatus status,
        @Nullable Alarm next,
        @Nullable OccurrenceId seriesFrom,
        long version,
        long changedAt) {

    ReminderView view() {
        return new ReminderView(
                id,
                title,
                notes,
                schedule,
                status,
                next == null
                        ? null
                        : new ReminderView.Next(
                                next.occurrence(), next.dueAt(), next.adjustment(), next.kind() == Alarm.Kind.SNOOZED),
                ownerId,
                createdBy,
                version);
    }

    ReminderRow changed(long newVersion, long position) {
        return new ReminderRow(
                id, ownerId, createdBy, title, notes, schedule, status, next, seriesFrom, newVersion, position);
    }

    ReminderRow armed(@Nullable Alarm alarm) {
        OccurrenceId from = alarm != null && alarm.kind() == Alarm.Kind.DUE ? alarm.occurrence() : seriesFrom;
        return new ReminderRow(id, ownerId, createdBy, title, notes, schedule, status, alarm, from, version, changedAt);
    }

    ReminderRow reworded(String newTitle, @Nullable String newNotes) {
        return new ReminderRow(
                id, ownerId, createdBy, newTitle, newNotes, schedule, status, next, seriesFrom, version, changedAt);
    }

    ReminderRow scheduled(Schedule newSchedule) {
        return new ReminderRow(
                id, ownerId, createdBy, title, notes, newSchedule, status, next, seriesFrom, version, changedAt);
    }

    ReminderRow ended(ReminderStatus how) {
        return new ReminderRow(
                id, ownerId, createdBy, title, notes, schedule, how, null, seriesFrom, version, changedAt);
    }

    ReminderRow active() {
        return new ReminderRow(
                id,
                ownerId,
                createdBy,
                title,
                notes,
                schedule,
                ReminderStatus.ACTIVE,
                next,
                seriesFrom,
                version,
                changedAt);
    }

    boolean isArmedAsPlanned(OccurrenceId occurrence) {
        return next != null
                && next.kind() == Alarm.Kind.DUE
                && next.occurrence().equals(occurrence);
    }
}

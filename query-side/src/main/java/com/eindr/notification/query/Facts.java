package com.eindr.notification.query;

import com.eindr.notification.NotificationEvent.NotificationRaised;
import com.eindr.notification.NotificationEvent.PushDelivered;
import com.eindr.notification.NotificationEvent.PushNotDelivered;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderEvent.Arming;
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
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The particulars of an event that say why a reminder rang or did not, by name. Words of the owner are not among them: the
 * story can be told without.
 */
final class Facts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    private Facts() {}

    static Map<String, String> of(Object event) {
        Facts facts = new Facts();
        facts.describe(event);
        if (event instanceof Arming arming) {
            facts.next(arming.next());
        }
        return facts.facts;
    }

    private void describe(Object event) {
        switch (event) {
            case ReminderCreated e -> put("by", e.createdBy()).schedule(e.schedule());
            case ReminderReworded e -> put("by", e.by());
            case ReminderRescheduled e -> put("by", e.by()).schedule(e.schedule());
            case OwnerZoneFollowed e -> put("timeZone", e.timeZone());
            case OccurrenceRang e ->
                put("occurrence", e.occurrence())
                        .put("dueAt", e.dueAt())
                        .put("rangAt", e.rangAt())
                        .put("late", e.late())
                        .put("nag", e.nag());
            case OccurrenceMissed e ->
                put("occurrence", e.occurrence()).put("dueAt", e.dueAt()).put("noticedAt", e.noticedAt());
            case OccurrenceCompleted e ->
                put("by", e.by()).put("occurrence", e.occurrence()).put("completedAt", e.completedAt());
            case OccurrenceSkipped e ->
                put("by", e.by()).put("occurrence", e.occurrence()).put("skippedAt", e.skippedAt());
            case OccurrenceSnoozed e ->
                put("by", e.by()).put("occurrence", e.occurrence()).put("until", e.until());
            case OccurrenceMoved e ->
                put("by", e.by()).put("occurrence", e.occurrence()).put("start", e.start());
            case ReminderCancelled e -> put("by", e.by());
            case ReminderReinstated e -> put("by", e.by()).put("reinstatedAt", e.at());
            case OccurrenceReopened e ->
                put("by", e.by()).put("occurrence", e.occurrence()).put("reopenedAt", e.at());
            case PutOffWithdrawn e ->
                put("by", e.by()).put("occurrence", e.occurrence()).put("withdrawnAt", e.at());
            case NotificationRaised e -> raised(e);
            case PushDelivered e -> put("occurrence", e.occurrence()).put("devices", e.devices());
            case PushNotDelivered e -> put("occurrence", e.occurrence()).put("cause", e.cause());
            default -> {}
        }
    }

    private void raised(NotificationRaised event) {
        put("notificationId", event.notificationId())
                .put("occurrence", event.occurrence())
                .put("dueAt", event.dueAt())
                .put("firedAt", event.firedAt())
                .put("late", event.late())
                .put("nag", event.nag())
                .put("pushAt", event.pushAt());
        if (event.pushAt().isAfter(event.firedAt())) {
            put("quietHoursUntil", event.pushAt());
        }
    }

    private void schedule(Schedule schedule) {
        put("start", schedule.start())
                .put("timeZone", schedule.timeZone())
                .put("timing", schedule.timing())
                .put("rule", schedule.recurrence())
                .put("repeatFrom", schedule.repeatFrom())
                .put("onMissed", schedule.onMissed())
                .put("nagEvery", schedule.nagEvery());
    }

    private void next(@Nullable Alarm next) {
        if (next != null) {
            put("nextOccurrence", next.occurrence())
                    .put("nextDueAt", next.dueAt())
                    .put("nextAdjustment", next.adjustment())
                    .put("nextKind", next.kind());
        }
    }

    private Facts put(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
        return this;
    }
}

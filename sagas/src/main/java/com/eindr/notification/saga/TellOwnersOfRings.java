package com.eindr.notification.saga;

import com.eindr.notification.NotificationCommand.RaiseNotification;
import com.eindr.notification.NotificationId;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.shared.saga.Orders;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Whenever an occurrence rings, its owner is told. Many rings are told side by side: the reminders of a whole country are
 * due at nine, and nobody waits for everybody else.
 */
@Component
@ProcessingGroup("tell-owners-of-rings")
@DisallowReplay
class TellOwnersOfRings {
    private static final String ACTOR = "automation:tell-owners-of-rings";

    private final Orders orders;
    private final Recipients recipients;

    TellOwnersOfRings(Orders orders, Recipients recipients) {
        this.orders = orders;
        this.recipients = recipients;
    }

    @EventHandler
    void on(OccurrenceRang rang) {
        orders.giveBeside(ACTOR, () -> notificationOf(rang));
    }

    private RaiseNotification notificationOf(OccurrenceRang rang) {
        Recipients.Quiet quiet = recipients.quiet(rang.ownerId());
        return new RaiseNotification(
                NotificationId.ofRing(rang.reminderId(), rang.occurrence(), rang.dueAt()),
                rang.ownerId(),
                rang.reminderId(),
                rang.occurrence(),
                rang.title(),
                rang.dueAt(),
                rang.rangAt(),
                rang.late(),
                rang.nag(),
                quiet.hours(),
                quiet.timeZone());
    }
}

package com.eindr.notification.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.notification.NotificationCommand.MarkNotificationRead;
import com.eindr.notification.NotificationCommand.RaiseNotification;
import com.eindr.notification.NotificationCommand.RecordPushDelivered;
import com.eindr.notification.NotificationCommand.RecordPushNotDelivered;
import com.eindr.notification.NotificationEvent;
import com.eindr.notification.NotificationEvent.NotificationRaised;
import com.eindr.notification.NotificationEvent.NotificationRead;
import com.eindr.notification.NotificationEvent.PushDelivered;
import com.eindr.notification.NotificationEvent.PushNotDelivered;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.notification.NotificationRefusal;
import com.eindr.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One message to one person: told once, read once, and its push has one outcome. */
@Aggregate
class Notification {

    @AggregateIdentifier
    private @Nullable NotificationId notificationId;

    private @Nullable NotificationRaised raised;
    private boolean read;
    private boolean pushSettled;

    /** For the framework, which fills a new instance from the notification's events. */
    Notification() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RaiseNotification command, Clock clock) {
        if (notificationId == null) {
            apply(new NotificationRaised(
                    command.notificationId(),
                    command.recipient(),
                    NotificationKind.REMINDER_DUE,
                    command.reminderId(),
                    command.occurrence(),
                    command.title(),
                    command.dueAt(),
                    command.firedAt(),
                    command.late(),
                    command.nag(),
                    pushAt(command, clock.instant())));
        }
        return version();
    }

    @CommandHandler
    long handle(MarkNotificationRead command) {
        NotificationRaised told = told();
        if (!command.by().equals(told.recipient())) {
            throw Refusal.of(
                    NotificationRefusal.NOTIFICATION_NOT_FOUND,
                    "No notification has the id " + command.notificationId());
        }
        if (!read) {
            apply(new NotificationRead(told.notificationId(), told.recipient(), told.reminderId(), told.occurrence()));
        }
        return version();
    }

    @CommandHandler
    long handle(RecordPushDelivered command) {
        NotificationRaised told = told();
        if (!pushSettled) {
            apply(new PushDelivered(
                    told.notificationId(), told.recipient(), told.reminderId(), told.occurrence(), command.devices()));
        }
        return version();
    }

    @CommandHandler
    long handle(RecordPushNotDelivered command) {
        NotificationRaised told = told();
        if (!pushSettled) {
            apply(new PushNotDelivered(
                    told.notificationId(), told.recipient(), told.reminderId(), told.occurrence(), command.cause()));
        }
        return version();
    }

    @EventSourcingHandler
    void on(NotificationEvent event) {
        switch (event) {
            case NotificationRaised fact -> {
                notificationId = fact.notificationId();
                raised = fact;
            }
            case NotificationRead fact -> read = true;
            case PushDelivered fact -> pushSettled = true;
            case PushNotDelivered fact -> pushSettled = true;
        }
    }

    /**
     * Quiet hours are asked about the present and not about the ring: where telling took long, the person may be asleep
     * by now. A push that nothing postpones is due with the ring, so that a later time always means quiet hours.
     */
    private static Instant pushAt(RaiseNotification command, Instant now) {
        if (command.quietHours() == null) {
            return command.firedAt();
        }
        Instant earliest = now.isAfter(command.firedAt()) ? now : command.firedAt();
        Instant awake = command.quietHours().endingAfter(earliest, command.timeZone());
        return awake.equals(earliest) ? command.firedAt() : awake;
    }

    private NotificationRaised told() {
        return Objects.requireNonNull(raised, "a notification begins with being raised");
    }

    /** As clients count: the first event makes version 1. */
    private static long version() {
        return AggregateLifecycle.getVersion() + 1;
    }
}

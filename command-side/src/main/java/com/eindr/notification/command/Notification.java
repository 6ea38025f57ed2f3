package com.eindr.notification.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.account.QuietHours;
import com.eindr.notification.NotificationCommand.MarkNotificationRead;
import com.eindr.notification.NotificationCommand.RaiseNotice;
import com.eindr.notification.NotificationCommand.RaiseNotification;
import com.eindr.notification.NotificationCommand.RecordPushDelivered;
import com.eindr.notification.NotificationCommand.RecordPushNotDelivered;
import com.eindr.notification.NotificationEvent;
import com.eindr.notification.NotificationEvent.NoticeRaised;
import com.eindr.notification.NotificationEvent.NotificationRaised;
import com.eindr.notification.NotificationEvent.NotificationRead;
import com.eindr.notification.NotificationEvent.PushDelivered;
import com.eindr.notification.NotificationEvent.PushNotDelivered;
import com.eindr.notification.NotificationEvent.Raised;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.notification.NotificationRefusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

    private @Nullable Raised raised;
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
                    pushAt(command.firedAt(), clock.instant(), command.quietHours(), command.timeZone())));
        }
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RaiseNotice command, Clock clock) {
        if (notificationId == null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            apply(new NoticeRaised(
                    command.notificationId(),
                    command.recipient(),
                    command.kind(),
                    command.subject(),
                    command.about(),
                    command.title(),
                    now,
                    pushAt(now, now, command.quietHours(), command.timeZone())));
        }
        return version();
    }

    @CommandHandler
    long handle(MarkNotificationRead command) {
        Raised told = told();
        if (!command.by().equals(told.recipient())) {
            throw NotificationRefusal.notFound(command.notificationId());
        }
        if (!read) {
            apply(new NotificationRead(told.notificationId(), told.recipient(), told.reminderId(), told.occurrence()));
        }
        return version();
    }

    @CommandHandler
    long handle(RecordPushDelivered command) {
        Raised told = told();
        if (!pushSettled) {
            apply(new PushDelivered(
                    told.notificationId(), told.recipient(), told.reminderId(), told.occurrence(), command.devices()));
        }
        return version();
    }

    @CommandHandler
    long handle(RecordPushNotDelivered command) {
        Raised told = told();
        if (!pushSettled) {
            apply(new PushNotDelivered(
                    told.notificationId(), told.recipient(), told.reminderId(), told.occurrence(), command.cause()));
        }
        return version();
    }

    @EventSourcingHandler
    void on(NotificationEvent event) {
        switch (event) {
            case Raised fact -> {
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
    private static Instant pushAt(Instant firedAt, Instant now, @Nullable QuietHours quietHours, ZoneId timeZone) {
        if (quietHours == null) {
            return firedAt;
        }
        Instant earliest = now.isAfter(firedAt) ? now : firedAt;
        Instant awake = quietHours.endingAfter(earliest, timeZone);
        return awake.equals(earliest) ? firedAt : awake;
    }

    private Raised told() {
        return Objects.requireNonNull(raised, "a notification begins with being raised");
    }

    /** As clients count: the first event makes version 1. */
    private static long version() {
        return AggregateLifecycle.getVersion() + 1;
    }
}

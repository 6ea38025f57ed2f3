package com.eindr.notification;

import com.eindr.account.QuietHours;
import com.eindr.notification.NotificationEvent.NoticeRaised;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order a notification takes. */
public sealed interface NotificationCommand {

    NotificationId notificationId();

    /** Tells a person of a ring; ignored where they have been told. Quiet hours and zone are the person's present ones. */
    record RaiseNotification(
            @TargetAggregateIdentifier NotificationId notificationId,
            UserId recipient,
            ReminderId reminderId,
            OccurrenceId occurrence,
            @Personal(of = "recipient") String title,
            Instant dueAt,
            Instant firedAt,
            boolean late,
            int nag,
            @Nullable QuietHours quietHours,
            ZoneId timeZone)
            implements NotificationCommand {}

    /**
     * Tells a person of something that is not a ring; ignored where they have been told.
     *
     * @param subject the id of what it is about; null where it has none
     * @param about who did what it tells; null where nobody did
     * @param title a sentence for the person
     */
    record RaiseNotice(
            @TargetAggregateIdentifier NotificationId notificationId,
            UserId recipient,
            NotificationKind kind,
            @Nullable String subject,
            @Nullable UserId about,

            @Personal(
                    of = {"about", "recipient"},
                    erased = NoticeRaised.OF_NOBODY)
            String title,

            @Nullable QuietHours quietHours,
            ZoneId timeZone)
            implements NotificationCommand {}

    /** Reading again changes nothing; anybody but the recipient is told that there is no such notification. */
    record MarkNotificationRead(@TargetAggregateIdentifier NotificationId notificationId, UserId by)
            implements NotificationCommand {}

    /** Ignored where the outcome is recorded. */
    record RecordPushDelivered(@TargetAggregateIdentifier NotificationId notificationId, int devices)
            implements NotificationCommand {}

    /** Ignored where the outcome is recorded. */
    record RecordPushNotDelivered(
            @TargetAggregateIdentifier NotificationId notificationId, NotificationEvent.PushNotDelivered.Cause cause)
            implements NotificationCommand {}
}

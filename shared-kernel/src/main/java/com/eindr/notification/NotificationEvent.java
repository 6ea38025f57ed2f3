package com.eindr.notification;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a notification. Stored for ever. */
public sealed interface NotificationEvent {

    NotificationId notificationId();

    UserId recipient();

    /** Null unless it is about a ring. */
    @Nullable
    ReminderId reminderId();

    /** Null unless it is about a ring. */
    @Nullable
    OccurrenceId occurrence();

    /** An event by which a person is told something; every notification begins with one. */
    sealed interface Raised extends NotificationEvent {
        NotificationKind kind();

        String title();

        /** When the push goes out; later than the notification where quiet hours postpone it. */
        Instant pushAt();
    }

    /**
     * A person is told that a reminder rang. The inbox shows it at once; the push goes out at {@code pushAt}, which is
     * later than the ring where quiet hours postpone it.
     */
    @Revision("1")
    record NotificationRaised(
            NotificationId notificationId,
            UserId recipient,
            NotificationKind kind,
            ReminderId reminderId,
            OccurrenceId occurrence,
            @Personal(of = "recipient") String title,
            Instant dueAt,
            Instant firedAt,
            boolean late,
            int nag,
            Instant pushAt)
            implements Raised {}

    /**
     * A person is told of something that is not a ring. {@code subject} is the id of what it is about, and {@code title} the
     * sentence that is shown: the words of {@code about}, where it tells what somebody did.
     */
    @Revision("2")
    record NoticeRaised(
            NotificationId notificationId,
            UserId recipient,
            NotificationKind kind,
            @Nullable String subject,
            @Nullable UserId about,

            @Personal(
                    of = {"about", "recipient"},
                    erased = NoticeRaised.OF_NOBODY)
            String title,

            Instant raisedAt,
            Instant pushAt)
            implements Raised {
        /** What is left of the sentence once the one who did it is erased. */
        public static final String OF_NOBODY = "From somebody who has left Eindr.";

        @Override
        public @Nullable ReminderId reminderId() {
            return null;
        }

        @Override
        public @Nullable OccurrenceId occurrence() {
            return null;
        }
    }

    /** The person has seen it. */
    @Revision("1")
    record NotificationRead(
            NotificationId notificationId,
            UserId recipient,
            @Nullable ReminderId reminderId,
            @Nullable OccurrenceId occurrence)
            implements NotificationEvent {}

    /** The push service took the push for this many devices. */
    @Revision("1")
    record PushDelivered(
            NotificationId notificationId,
            UserId recipient,
            @Nullable ReminderId reminderId,
            @Nullable OccurrenceId occurrence,
            int devices)
            implements NotificationEvent {}

    /** The push was given up, or there was nowhere to send it; the inbox has the notification all the same. */
    @Revision("1")
    record PushNotDelivered(
            NotificationId notificationId,
            UserId recipient,
            @Nullable ReminderId reminderId,
            @Nullable OccurrenceId occurrence,
            Cause cause)
            implements NotificationEvent {

        public enum Cause {
            /** The person has no device. */
            NO_DEVICE,
            /** Every device's token is dead. */
            DEAD_TOKENS,
            /** The push service did not take it for as long as it was worth trying. */
            GIVEN_UP,
            /** There is nobody to send pushes: this installation has no credentials for the push service. */
            NOT_CONFIGURED
        }
    }
}

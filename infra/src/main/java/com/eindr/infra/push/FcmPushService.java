package com.eindr.infra.push;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.google.firebase.ErrorCode;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.MessagingErrorCode;
import com.google.firebase.messaging.Notification;
import com.google.firebase.messaging.SendResponse;
import com.google.firebase.messaging.WebpushConfig;
import com.google.firebase.messaging.WebpushNotification;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends through Firebase Cloud Messaging's HTTP v1 API.
 *
 * <p>Every device shows one notification per occurrence, however often it rings: the occurrence's id is Android's
 * collapse key and tag, and {@code apns-collapse-id}, which takes 64 bytes. The data has ids only, since Google and Apple
 * read it.
 */
final class FcmPushService implements PushService {
    private static final Logger LOG = LoggerFactory.getLogger(FcmPushService.class);
    private static final int LONGEST_RETRY_AFTER_SECONDS = 3600;

    private final FirebaseMessaging firebase;

    FcmPushService(FirebaseMessaging firebase) {
        this.firebase = firebase;
    }

    @Override
    public List<Answer> send(List<PushMessage> messages) {
        try {
            return firebase
                    .sendEach(messages.stream().map(FcmPushService::message).toList())
                    .getResponses()
                    .stream()
                    .map(FcmPushService::answer)
                    .toList();
        } catch (FirebaseMessagingException | RuntimeException e) {
            LOG.warn("Firebase could not be asked to send {} pushes", messages.size(), e);
            return messages.stream()
                    .<Answer>map(message -> new TryLater(Duration.ZERO, e.toString()))
                    .toList();
        }
    }

    /** Devices register by token; the installation id, which the SDK would rather have, is another thing. */
    @SuppressWarnings("deprecation")
    private static Message message(PushMessage push) {
        ReminderId reminder = push.push().reminderId();
        OccurrenceId ring = push.push().occurrence();
        String notification = push.push().notificationId().toString();
        String occurrence = ring == null ? notification : ring.value();
        String collapse = reminder == null ? notification : reminder + "@" + occurrence;
        Message.Builder message = Message.builder();
        if (reminder != null && ring != null) {
            message.putData("reminderId", reminder.toString()).putData("occurrenceId", ring.value());
        }
        return message.setToken(push.device().fcmToken())
                .putData(
                        "type",
                        push.push().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .putData("notificationId", notification)
                .setNotification(Notification.builder()
                        .setTitle(push.headline())
                        .setBody(push.text())
                        .build())
                .setAndroidConfig(AndroidConfig.builder()
                        .setCollapseKey(occurrence)
                        .setPriority(AndroidConfig.Priority.HIGH)
                        .setNotification(
                                AndroidNotification.builder().setTag(collapse).build())
                        .build())
                .setApnsConfig(ApnsConfig.builder()
                        .putHeader("apns-collapse-id", collapse)
                        .putHeader("apns-priority", "10")
                        .setAps(Aps.builder().setSound("default").build())
                        .build())
                .setWebpushConfig(WebpushConfig.builder()
                        .setNotification(
                                WebpushNotification.builder().setTag(collapse).build())
                        .build())
                .build();
    }

    private static Answer answer(SendResponse response) {
        FirebaseMessagingException failure = response.getException();
        return failure == null ? new Taken() : answer(failure);
    }

    private static Answer answer(FirebaseMessagingException failure) {
        MessagingErrorCode code = failure.getMessagingErrorCode();
        String why = String.valueOf(failure.getMessage());
        if (code == MessagingErrorCode.UNREGISTERED
                || code == MessagingErrorCode.SENDER_ID_MISMATCH
                || (code == MessagingErrorCode.INVALID_ARGUMENT
                        && why.toLowerCase(Locale.ROOT).contains("registration token"))) {
            return new TokenDead();
        }
        if (code == MessagingErrorCode.INVALID_ARGUMENT || failure.getErrorCode() == ErrorCode.INVALID_ARGUMENT) {
            LOG.warn("Firebase rejects a push: {}", why);
            return new Rejected(why);
        }
        return new TryLater(retryAfter(failure.getHttpResponse()), why);
    }

    /** {@code Retry-After} in seconds; its other form, a date, is not used by Firebase and counts as silence. */
    private static Duration retryAfter(@Nullable IncomingHttpResponse response) {
        if (response == null) {
            return Duration.ZERO;
        }
        for (Map.Entry<String, Object> header : response.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase("retry-after")) {
                String value = header.getValue() instanceof List<?> values && !values.isEmpty()
                        ? String.valueOf(values.getFirst())
                        : String.valueOf(header.getValue());
                if (value.matches("[0-9]{1,9}")) {
                    return Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_RETRY_AFTER_SECONDS));
                }
            }
        }
        return Duration.ZERO;
    }
}

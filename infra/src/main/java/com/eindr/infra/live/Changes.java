package com.eindr.infra.live;

import com.eindr.account.AccountEvent;
import com.eindr.notification.Change;
import com.eindr.notification.NotificationEvent;
import com.eindr.reminder.ReminderEvent;
import com.eindr.shared.UserId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Turns what is in the log into what a device is told. */
final class Changes {
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return INNER_CAPITAL.matcher(event.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
        }
    };

    private Changes() {}

    /** Empty for an event that is nobody's. */
    static Optional<Change> of(TrackedEventMessage<?> message) {
        Object event = message.getPayload();
        return ownerOf(event).map(owner -> new Change(positionOf(message), owner, TYPES.get(event.getClass()), event));
    }

    static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("every event of the log has a position"));
    }

    private static Optional<UserId> ownerOf(Object event) {
        return switch (event) {
            case ReminderEvent reminder -> Optional.of(reminder.ownerId());
            case NotificationEvent notification -> Optional.of(notification.recipient());
            case AccountEvent account -> Optional.of(account.userId());
            default -> Optional.empty();
        };
    }
}

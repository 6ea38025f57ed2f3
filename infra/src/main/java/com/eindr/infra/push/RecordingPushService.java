package com.eindr.infra.push;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes every push and sends none: it remembers the latest, so that one can see what would have been sent. */
final class RecordingPushService implements PushService {
    private static final int MOST_KEPT = 1_000;

    private final Clock clock;
    private final Deque<Recorded> latest = new ArrayDeque<>();

    RecordingPushService(Clock clock) {
        this.clock = clock;
    }

    /** A push that would have been sent. */
    record Recorded(
            Instant at,
            String userId,
            String fcmToken,
            String notificationId,
            @Nullable String reminderId,
            @Nullable String occurrenceId,
            String headline,
            String text) {}

    @Override
    public List<Answer> send(List<PushMessage> messages) {
        messages.forEach(this::record);
        return messages.stream().<Answer>map(message -> new Taken()).toList();
    }

    /** The latest first. */
    List<Recorded> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    private void record(PushMessage message) {
        Push push = message.push();
        ReminderId reminder = push.reminderId();
        OccurrenceId occurrence = push.occurrence();
        synchronized (latest) {
            latest.addFirst(new Recorded(
                    clock.instant(),
                    push.recipient().toString(),
                    message.device().fcmToken(),
                    push.notificationId().toString(),
                    reminder == null ? null : reminder.toString(),
                    occurrence == null ? null : occurrence.value(),
                    message.headline(),
                    message.text()));
            if (latest.size() > MOST_KEPT) {
                latest.removeLast();
            }
        }
    }
}

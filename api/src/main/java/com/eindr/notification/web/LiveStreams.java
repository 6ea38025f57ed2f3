package com.eindr.notification.web;

import com.eindr.notification.LiveChanges;
import com.eindr.notification.NotificationRefusal;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.web.TooManyRequests;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live streams that are open on this node. */
@Component
class LiveStreams {
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final LiveChanges changes;
    private final int mostPerUser;
    private final ConcurrentHashMap<UserId, Integer> open = new ConcurrentHashMap<>();
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();

    LiveStreams(LiveChanges changes, @Value("${eindr.live.max-streams-per-user:8}") int mostPerUser) {
        this.changes = changes;
        this.mostPerUser = mostPerUser;
    }

    /**
     * Opens a stream of a person's changes.
     *
     * @param lifetime after which it ends by itself
     * @throws TooManyRequests if the person has as many open here as one may have
     * @throws Refusal if {@code after} lies too far back
     */
    SseEmitter open(UserId user, OptionalLong after, Duration lifetime) {
        enter(user);
        AtomicReference<LiveStream> opened = new AtomicReference<>();
        AtomicReference<LiveChanges.Subscription> subscription = new AtomicReference<>();
        SseEmitter emitter = new SseEmitter(lifetime.toMillis());
        LiveStream stream = new LiveStream(emitter, () -> {
            LiveChanges.Subscription subscribed = subscription.get();
            if (subscribed != null) {
                subscribed.close();
            }
            LiveStream self = opened.get();
            if (self != null) {
                streams.remove(self);
            }
            leave(user);
        });
        opened.set(stream);
        try {
            subscription.set(changes.subscribe(user, after, stream::offer));
        } catch (LiveChanges.TooFarBehind e) {
            leave(user);
            throw Refusal.of(
                    NotificationRefusal.CHANGES_NOT_KEPT, "Last-Event-ID lies too far back; ask /api/v1/sync instead.");
        } catch (RuntimeException e) {
            leave(user);
            throw e;
        }
        emitter.onCompletion(stream::end);
        emitter.onTimeout(stream::end);
        emitter.onError(failure -> stream.end());
        streams.add(stream);
        stream.start();
        return emitter;
    }

    /** Streams never end by themselves in time; without this, every shutdown would wait for them. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        streams.forEach(LiveStream::end);
    }

    private void enter(UserId user) {
        open.compute(user, (who, before) -> {
            int now = before == null ? 1 : before + 1;
            if (now > mostPerUser) {
                throw new TooManyRequests("There may be " + mostPerUser + " live streams at a time.", RETRY);
            }
            return now;
        });
    }

    private void leave(UserId user) {
        open.computeIfPresent(user, (who, before) -> before == 1 ? null : before - 1);
    }
}

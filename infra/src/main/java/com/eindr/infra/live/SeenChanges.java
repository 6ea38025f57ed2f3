package com.eindr.infra.live;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.infra.eventlog.LogPosition;
import com.eindr.notification.Change;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChangesSeen;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Remembers, of the people who were here lately, where in the log they changed something last.
 *
 * <p>Somebody who is asked about for the first time counts as having changed something at the position that the tail has
 * begun to pass on. It is read after their entry is there: a change that the tail passes on meanwhile either finds the
 * entry or is not beyond that position.
 */
@Component
final class SeenChanges implements ChangesSeen, TailListener {
    private static final int MOST_PEOPLE = 100_000;
    private static final long NEVER = -1;

    private final ObjectProvider<LogPosition> log;
    private final Cache<UserId, AtomicLong> lastChanges =
            Caffeine.newBuilder().maximumSize(MOST_PEOPLE).build();
    /** The event that the tail passes on at this moment, and the last one that it has passed on. */
    private volatile long begun = Long.MAX_VALUE;

    private volatile long ended = NEVER;

    SeenChanges(ObjectProvider<LogPosition> log) {
        this.log = log;
    }

    @Override
    public OptionalLong lastChangeOf(UserId user, long atLeast) {
        LogPosition position = log.getIfAvailable();
        if (position == null || !position.confirmed() || ended < atLeast || ended < 0) {
            return OptionalLong.empty();
        }
        AtomicLong last = lastChanges.get(user, who -> new AtomicLong(NEVER));
        return OptionalLong.of(last.get() == NEVER ? raise(last, begun) : last.get());
    }

    @Override
    public void begins(long position) {
        begun = position;
        ended = position;
    }

    @Override
    public void on(TrackedEventMessage<?> event) {
        begun = Changes.positionOf(event);
        Changes.of(event).forEach(this::take);
        if (event.getPayload() instanceof PersonErased) {
            // Their name may stand in what anybody else was answered.
            lastChanges.asMap().values().forEach(last -> raise(last, begun));
        }
        ended = begun;
    }

    private void take(Change change) {
        AtomicLong last = lastChanges.getIfPresent(change.userId());
        if (last != null) {
            raise(last, change.position());
        }
    }

    private static long raise(AtomicLong last, long position) {
        return last.accumulateAndGet(position, Math::max);
    }
}

package com.eindr.infra.live;

import com.eindr.notification.Change;
import com.eindr.notification.LiveChanges;
import com.eindr.shared.UserId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Passes a person's changes to their devices on this node, whichever node they were made on. */
@Component
class LiveFeed implements LiveChanges, SmartLifecycle, Subscriber.CatchUp {
    /** Reading further back would take longer than synchronising. */
    static final long FURTHEST_BEHIND = 100_000;

    static final int ROOM_PER_DEVICE = 1_000;

    /** After a restart everybody comes back at once; the log is read for a few at a time. */
    private static final int MOST_CATCHING_UP = 4;

    private static final long PATIENCE_MILLIS = 500;

    private final EventStore store;
    private final LogTail tail;
    private final List<TailListener> listeners;
    private final ConcurrentHashMap<UserId, Set<Subscriber>> subscribers = new ConcurrentHashMap<>();
    private final Semaphore catchingUp = new Semaphore(MOST_CATCHING_UP, true);
    private volatile long position;
    private volatile @Nullable Thread thread;

    LiveFeed(EventStore store, List<TailListener> listeners) {
        this.store = store;
        this.listeners = List.copyOf(listeners);
        this.tail = new LogTail(store, reached -> position = reached, this::pass);
    }

    @Override
    public Subscription subscribe(UserId user, OptionalLong after, Consumer<Change> listener) {
        long begin = after.orElse(position);
        refuseIfTooFar(begin);
        Subscriber subscriber =
                new Subscriber(user, begin, ROOM_PER_DEVICE, () -> position, this, listener, this::remove);
        subscribers.compute(user, (who, present) -> {
            Set<Subscriber> devices = present == null ? ConcurrentHashMap.newKeySet() : present;
            devices.add(subscriber);
            return devices;
        });
        subscriber.start();
        return subscriber;
    }

    private void refuseIfTooFar(long begin) {
        if (position - begin > FURTHEST_BEHIND) {
            throw new TooFarBehind("more than " + FURTHEST_BEHIND + " events behind");
        }
        // A device may be ahead of this node's tail, but never of the log; such an id is from some other log.
        if (begin > position && begin > store.createHeadToken().position().orElse(0)) {
            throw new TooFarBehind("not a position of this log");
        }
    }

    private void pass(TrackedEventMessage<?> event) {
        listeners.forEach(listener -> listener.on(event));
        Changes.of(event)
                .forEach(change -> subscribers
                        .getOrDefault(change.userId(), Set.of())
                        .forEach(subscriber -> subscriber.offer(change)));
    }

    private void remove(Subscriber subscriber) {
        subscribers.computeIfPresent(subscriber.user(), (who, devices) -> {
            devices.remove(subscriber);
            return devices.isEmpty() ? null : devices;
        });
    }

    /** Ends early where the log is silent, as it is where an upcaster has dropped the last event before {@code upTo}. */
    @Override
    public void read(UserId user, long after, long upTo, Consumer<Change> listener) throws InterruptedException {
        catchingUp.acquire();
        try (BlockingStream<TrackedEventMessage<?>> log = store.openStream(new GlobalSequenceTrackingToken(after))) {
            long reached = after;
            while (reached < upTo && log.hasNextAvailable((int) PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                TrackedEventMessage<?> event = log.nextAvailable();
                reached = Changes.positionOf(event);
                if (reached <= upTo) {
                    Changes.of(event).stream()
                            .filter(change -> change.userId().equals(user))
                            .forEach(listener);
                }
            }
        } finally {
            catchingUp.release();
        }
    }

    @Override
    public void start() {
        position = tail.begin();
        listeners.forEach(listener -> listener.begins(position));
        thread = Thread.ofPlatform().name("live-tail").daemon().start(tail);
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
        subscribers.values().forEach(devices -> devices.forEach(Subscriber::close));
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server, which asks for subscriptions as soon as it is there. */
    @Override
    public int getPhase() {
        return 0;
    }
}

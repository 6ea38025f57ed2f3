package com.eindr.infra.live;

import com.eindr.notification.Change;
import com.eindr.notification.LiveChanges.Subscription;
import com.eindr.shared.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device's place in the log. It is told from its queue while it keeps up with the tail, and reads the log by itself
 * while it is behind: at the beginning of a resumed stream, and after its queue has overflowed.
 *
 * <p>Why nothing is lost and nothing told twice: the tail announces a position before it offers what stands there. A
 * subscriber that is behind stops being so only when it has read up to the announced position, under the lock under which
 * it is offered changes; what is offered afterwards is either beyond, and queued, or what it has just read, and dropped.
 */
final class Subscriber implements Subscription, Runnable {
    /** Reads a person's changes out of the log. */
    interface CatchUp {
        /** Tells every change of the user with {@code after < position <= upTo}, in order, for as long as it is told true. */
        void read(UserId user, long after, long upTo, Consumer<Change> listener) throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private final UserId user;
    private final int room;
    private final LongSupplier tail;
    private final CatchUp log;
    private final Consumer<Change> listener;
    private final Consumer<Subscriber> atEnd;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Change> queue = new ArrayDeque<>();
    private boolean behind;
    private volatile long seen;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /**
     * @param after the last position the device has seen
     * @param room how many changes may wait for the device
     * @param tail the position that the tail has announced last
     */
    Subscriber(
            UserId user,
            long after,
            int room,
            LongSupplier tail,
            CatchUp log,
            Consumer<Change> listener,
            Consumer<Subscriber> atEnd) {
        this.user = user;
        this.seen = after;
        this.room = room;
        this.tail = tail;
        this.log = log;
        this.listener = listener;
        this.atEnd = atEnd;
        this.behind = true;
    }

    UserId user() {
        return user;
    }

    void start() {
        thread = Thread.ofVirtual().name("live-subscriber").start(this);
    }

    /** Called by the tail; never waits for the listener. */
    void offer(Change change) {
        lock.lock();
        try {
            if (behind || change.position() <= seen) {
                return;
            }
            if (queue.size() == room) {
                queue.clear();
                behind = true;
            } else {
                queue.add(change);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                Change next = takeOrFallBehind();
                if (next == null) {
                    catchUp();
                } else {
                    tell(next);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("A live subscription was closed");
        } catch (RuntimeException e) {
            LOG.debug("A live subscription ended because its listener did: {}", e.toString());
        } finally {
            closed = true;
            atEnd.accept(this);
        }
    }

    private @Nullable Change takeOrFallBehind() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!behind && queue.isEmpty()) {
                changed.await();
            }
            return behind ? null : queue.remove();
        } finally {
            lock.unlock();
        }
    }

    private void catchUp() throws InterruptedException {
        while (!hasCaughtUp()) {
            long upTo = tail.getAsLong();
            log.read(user, seen, upTo, this::tell);
            seen = upTo;
        }
    }

    private boolean hasCaughtUp() {
        lock.lock();
        try {
            behind = seen < tail.getAsLong();
            return !behind;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Change change) {
        if (!closed) {
            listener.accept(change);
            seen = change.position();
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}

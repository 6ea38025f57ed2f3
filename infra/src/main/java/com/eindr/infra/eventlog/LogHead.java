package com.eindr.infra.eventlog;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the log is known to reach, and those who want to know when it grows. Every position up to it can be read.
 *
 * <p>Growth after a pause is announced at once. Under load it is announced together: a dozen readers that are woken for
 * every commit of a busy log would do little else than wake up, and each write to their tables would be for an event or
 * two. So each announcement is followed by a rest of a millisecond for each position that was announced, up to a limit: below a
 * thousand events a second hardly any rest, above it the longest.
 */
final class LogHead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogHead.class);

    private static final Duration REST_PER_POSITION = Duration.ofMillis(1);

    private final Duration longestRest;
    private final Thread announcer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition reached = lock.newCondition();
    private final Condition announcement = lock.newCondition();
    private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
    private volatile long position;
    private volatile long announced;
    private boolean anew;

    /** @param longestRest longest time that growth waits to be announced */
    LogHead(Duration longestRest) {
        this.longestRest = longestRest;
        this.announcer =
                Thread.ofPlatform().daemon().name("event-log-announcer").unstarted(this::run);
    }

    void start() {
        announcer.start();
    }

    /** The last position that is known. */
    long position() {
        return position;
    }

    /** The last position that readers have been told of, at most a rest behind the last one. */
    long announced() {
        return announced;
    }

    void advanceTo(long known) {
        lock.lock();
        try {
            if (known > position) {
                position = known;
                reached.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells the readers again, as they may have failed to read what they had been told of. */
    void announceAnew() {
        lock.lock();
        try {
            anew = true;
            reached.signal();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether more than {@code known} was announced when the time is up, or before */
    boolean awaitBeyond(long known, long time, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(time);
        lock.lockInterruptibly();
        try {
            while (announced <= known && nanos > 0) {
                nanos = announcement.awaitNanos(nanos);
            }
            return announced > known;
        } finally {
            lock.unlock();
        }
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void forget(Runnable watcher) {
        watchers.remove(watcher);
    }

    @Override
    public void close() {
        announcer.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long grown = announce();
                watchers.forEach(LogHead::wake);
                Thread.sleep(restAfter(grown));
            }
        } catch (InterruptedException e) {
            LOG.debug("Readers are no longer told of the log's growth");
        }
    }

    private Duration restAfter(long grown) {
        Duration rest = REST_PER_POSITION.multipliedBy(grown);
        return rest.compareTo(longestRest) < 0 ? rest : longestRest;
    }

    /** Waits for news and announces them; returns by how many positions the log has grown. */
    private long announce() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (position == announced && !anew) {
                reached.await();
            }
            long grown = position - announced;
            anew = false;
            announced = position;
            announcement.signalAll();
            return grown;
        } finally {
            lock.unlock();
        }
    }

    private static void wake(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException e) {
            LOG.debug("A reader that is stopping could not be woken", e);
        }
    }
}

package com.eindr.infra.eventlog;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the log is known to reach, and those who want to know when it grows. Every position up to it can be read. */
final class LogHead {
    private static final Logger LOG = LoggerFactory.getLogger(LogHead.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
    private volatile long position;

    long position() {
        return position;
    }

    /** Takes note of a position without telling anybody; {@link #wake()} does. */
    boolean advanceTo(long reached) {
        lock.lock();
        try {
            if (reached <= position) {
                return false;
            }
            position = reached;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        for (Runnable watcher : watchers) {
            try {
                watcher.run();
            } catch (RuntimeException e) {
                LOG.debug("A reader that is stopping could not be woken", e);
            }
        }
    }

    /** @return whether the log reaches beyond {@code known} when the time is up, or before */
    boolean awaitBeyond(long known, long time, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(time);
        lock.lockInterruptibly();
        try {
            while (position <= known && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
            return position > known;
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
}

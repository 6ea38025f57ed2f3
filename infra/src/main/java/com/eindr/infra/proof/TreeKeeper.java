package com.eindr.infra.proof;

import com.eindr.infra.eventlog.LogPosition;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the tree close behind the log and signs it, on a thread of its own and never on a request's. While the log is broken
 * nothing more is signed.
 */
final class TreeKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TreeKeeper.class);

    private final LogTree tree;
    private final LogWatch watch;
    private final LogPosition head;
    private final ProofProperties properties;
    private final AtomicReference<@Nullable String> finding = new AtomicReference<>();
    private @Nullable Thread thread;
    private volatile long signed = -1;
    private long watchedAt;
    private boolean away;

    TreeKeeper(LogTree tree, LogWatch watch, LogPosition head, ProofProperties properties) {
        this.tree = tree;
        this.watch = watch;
        this.head = head;
        this.properties = properties;
        this.watchedAt = System.nanoTime() - properties.watchEvery().toNanos();
    }

    /** What is wrong with the log, in a sentence; null while nothing is known to be. */
    @Nullable
    String finding() {
        return finding.get();
    }

    /** How many events this node knows to be in the tree. */
    long size() {
        return Math.max(0, signed);
    }

    @Override
    public void start() {
        // There is something signed from the first moment on, if only that there is nothing yet.
        round();
        thread = Thread.ofPlatform().daemon().name("log-tree").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
                Thread.sleep(properties.every());
            }
        } catch (InterruptedException e) {
            LOG.debug("The tree over the log is kept no longer");
        }
    }

    private void round() {
        try {
            if (System.nanoTime() - watchedAt >= properties.watchEvery().toNanos()) {
                watch.look(properties.watched());
                watchedAt = System.nanoTime();
                found(null);
            }
            if (finding.get() == null && (signed < 0 || head.known() > signed)) {
                while (tree.grow() && !Thread.currentThread().isInterrupted()) {
                    LOG.debug("The tree is catching up with the log");
                }
                tree.sign();
                signed = tree.size();
            }
            away = false;
        } catch (LogBroken e) {
            found(e.finding());
        } catch (RuntimeException e) {
            if (!away && !Thread.currentThread().isInterrupted()) {
                LOG.warn("The tree over the log cannot be kept now: {}", e.getMessage());
            }
            away = true;
        }
    }

    private void found(@Nullable String now) {
        String before = finding.getAndSet(now);
        if (now != null && !now.equals(before)) {
            LOG.error("The event log was tampered with: {}. No more checkpoints are signed", now);
        } else if (now == null && before != null) {
            LOG.warn("The event log is whole again");
        }
    }
}

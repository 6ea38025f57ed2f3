package com.eindr.shared.query;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** Voids the views of projections that had to commit without telling Redis, as soon as Redis answers again. */
final class MissingMarks {
    private static final Logger LOG = LoggerFactory.getLogger(MissingMarks.class);
    private static final Duration RETRY = Duration.ofMillis(100);

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final Consumer<String> forget;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    MissingMarks(JdbcOperations jdbc, Consumer<String> forget) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.forget = forget;
    }

    private record Missing(String projection, @Nullable Long position) {}

    /** Whether this node knows that views of this projection are out of date. */
    boolean isPending(String projection) {
        return pending.contains(projection);
    }

    void expect(String projection) {
        pending.add(projection);
    }

    /**
     * Begins to repair in the background; called only once the transaction that made it necessary has ended. After the end
     * the note is left to the next process.
     */
    void repair() {
        wanted.set(true);
        if (!isStopped() && running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("eindr-view-repair").start(this::run);
        }
    }

    void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            while (wanted.getAndSet(false) && !tryAll()) {
                wanted.set(true);
                if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
            if (wanted.get()) {
                repair();
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /**
     * The note is read before the generation changes and erased only if it is still the same: a commit that came in
     * between has left a newer one, and gets a newer generation. Reading waits for transactions that are about to leave one.
     */
    private boolean tryAll() {
        try {
            List<Missing> notes = arrays.query(
                    """
                    SELECT name, unmarked_at FROM projection_position
                    WHERE unmarked_at IS NOT NULL OR name = ANY (?::text[]) FOR SHARE\
                    """,
                    (row, index) -> new Missing(row.getString(1), row.getObject(2, Long.class)),
                    ArrayQuery.texts(List.copyOf(pending)));
            boolean all = true;
            for (Missing note : notes) {
                all &= repaired(note);
            }
            return all;
        } catch (DataAccessException e) {
            LOG.debug("Views cannot be voided yet", e);
            return false;
        }
    }

    private boolean repaired(Missing note) {
        Long position = note.position();
        if (position == null) {
            // The transaction that was to leave a note was rolled back.
            pending.remove(note.projection());
            return true;
        }
        forget.accept(note.projection());
        // Before the note is erased, so that what is expected after that is not forgotten.
        pending.remove(note.projection());
        boolean last = jdbc.update(
                        "UPDATE projection_position SET unmarked_at = NULL WHERE name = ? AND unmarked_at = ?",
                        note.projection(),
                        position)
                == 1;
        if (!last) {
            pending.add(note.projection());
        }
        return last;
    }
}

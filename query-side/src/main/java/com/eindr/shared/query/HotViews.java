package com.eindr.shared.query;

import com.eindr.shared.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;

/**
 * What the app opens with, kept in Redis as it was last computed from PostgreSQL.
 *
 * <p>A view may be shown if it was computed at a position no earlier than the person's <em>dirty</em> position, which the
 * projection raises before it commits the change. So after the commit nothing that was computed before it counts, and a
 * client that waited for a position sees it. What could go wrong, and why it does not:
 * <ol>
 *   <li><b>A slow reader keeps what it read before a change, after the change.</b> It says at which position it read (read
 *       before the data, hence never too high), and that lies below the dirty position.
 *   <li><b>A reader reads between mark and commit.</b> It sees the state before, computed below the mark: not shown.
 *   <li><b>The hash is lost (flushed, evicted, expired) between a reader's look and its fill, and the mark with it.</b> The
 *       hash has a nonce, its epoch; a fill into another epoch is refused.
 *   <li><b>The hash is lost, or was never there, between mark and commit, and a new one is born before the commit.</b> A
 *       reader that finds an unsettled hash first waits until the transactions under way have ended: projections hold an
 *       advisory lock from before the mark until they end. Whoever reads after that sees their changes, and whoever marks
 *       later finds the hash. That is also why people without a hash need no mark.
 *   <li><b>A second reader finds the new hash while the first still waits.</b> The hash is settled only by a fill, so the
 *       second waits too.
 *   <li><b>Redis cannot be reached when the projection marks.</b> It commits nevertheless (Redis is no reason to stand
 *       still) and writes into {@code projection_position}, in the same transaction, that marks are missing. After the
 *       commit the generation is changed as soon as Redis answers, which voids every view of that projection; a process
 *       that dies meanwhile leaves the note to the next. On the node that failed, no view is shown until then. Another
 *       node that can reach Redis may show an old view for as long as that takes.
 *   <li><b>The mark succeeds and the commit does not.</b> Views are recomputed once for nothing.
 *   <li><b>A rebuilt read model takes the place of the old one.</b> {@link #forget} changes the generation.
 *   <li><b>Another database on the same Redis.</b> Its keys carry another name.
 * </ol>
 * A replica of Redis that takes over may have missed the last marks; the lifetime of views bounds what that can do.
 */
public final class HotViews {
    private static final Logger LOG = LoggerFactory.getLogger(HotViews.class);
    private static final String USE = "views";
    private static final int LOCKS = 0x45494E44;

    private final JdbcOperations jdbc;
    private final HotViewStore store;
    private final MissingMarks missingMarks;
    private final RedisFallbacks fallbacks;
    private final Circuit circuit = new Circuit(Duration.ofSeconds(1));

    /**
     * @param lifetime how long a view is kept after it was last computed
     */
    public HotViews(JdbcOperations jdbc, StringRedisTemplate redis, RedisFallbacks fallbacks, Duration lifetime) {
        this.jdbc = jdbc;
        this.store = new HotViewStore(redis, jdbc, lifetime);
        this.missingMarks = new MissingMarks(jdbc, store::forget);
        this.fallbacks = fallbacks;
    }

    /**
     * A view: from Redis if it may be shown, else computed and kept there for the next time.
     *
     * @param stamp what the view depends on besides the log, such as the day; a view of another stamp is not shown
     * @param compute reads the view from PostgreSQL; called in no transaction
     */
    public <T> T show(String projection, UserId user, HotView<T> view, String stamp, Supplier<T> compute) {
        if (missingMarks.isPending(projection) || !circuit.allows()) {
            fallbacks.wentWithout(USE);
            return compute.get();
        }
        HotViewStore.Look look;
        try {
            look = store.look(projection, user, view.name());
            circuit.succeeded();
        } catch (DataAccessException e) {
            wentWithout(e);
            return compute.get();
        }
        T kept = read(view, look.body(stamp));
        if (kept != null) {
            return kept;
        }
        if (!look.settled()) {
            awaitTransactionsUnderWay(projection);
        }
        long computedAt = Reached.by(projection, jdbc).orElse(Long.MIN_VALUE);
        T computed = compute.get();
        try {
            store.fill(projection, user, view.name(), look, computedAt, stamp, view.write(computed));
        } catch (DataAccessException e) {
            wentWithout(e);
        }
        return computed;
    }

    /**
     * Records, in the projection's own transaction and as the last thing it does there, how far it has come, and that what
     * these people see has changed.
     *
     * @param users none for a projection that keeps no views
     */
    public void moved(String projection, long position, Collection<UserId> users) {
        Boolean marksMissing = jdbc.queryForObject("""
            INSERT INTO projection_position AS p (name, position)
            SELECT ?, ? FROM pg_advisory_xact_lock(?, hashtext(?))
            ON CONFLICT (name) DO UPDATE SET position = greatest(p.position, excluded.position)
            RETURNING unmarked_at IS NOT NULL\
            """, Boolean.class, projection, position, LOCKS, projection);
        if (!mark(projection, users, position)) {
            jdbc.update("UPDATE projection_position SET unmarked_at = ? WHERE name = ?", position, projection);
            missingMarks.expect(projection);
            afterTransaction(missingMarks::repair);
        } else if (Boolean.TRUE.equals(marksMissing)) {
            afterTransaction(missingMarks::repair);
        }
    }

    /** Voids every view of a projection. Called after the change that makes it necessary is committed. */
    public void forget(String projection) {
        jdbc.update("UPDATE projection_position SET unmarked_at = position WHERE name = ?", projection);
        missingMarks.expect(projection);
        missingMarks.repair();
    }

    /**
     * Removes everything that is kept for a person.
     *
     * @throws DataAccessException if Redis cannot be reached
     */
    public void remove(UserId user) {
        store.remove(jdbc.query("SELECT name FROM projection_position", (row, index) -> row.getString(1)), user);
    }

    /** Repairs what an earlier process left undone. */
    public void start() {
        missingMarks.repair();
    }

    public void stop() {
        missingMarks.stop();
    }

    /** A body that this version cannot read was written by another one: it is computed anew. */
    private static <T> @Nullable T read(HotView<T> view, @Nullable String body) {
        try {
            return body == null ? null : view.read(body);
        } catch (JacksonException e) {
            LOG.debug("A kept view cannot be read", e);
            return null;
        }
    }

    private boolean mark(String projection, Collection<UserId> users, long position) {
        if (users.isEmpty()) {
            return true;
        }
        if (!circuit.allows()) {
            fallbacks.wentWithout(USE);
            return false;
        }
        try {
            store.mark(projection, users, position);
            circuit.succeeded();
            return true;
        } catch (DataAccessException e) {
            wentWithout(e);
            return false;
        }
    }

    private void wentWithout(DataAccessException cause) {
        circuit.failed();
        fallbacks.wentWithout(USE);
        LOG.debug("Went on without Redis", cause);
    }

    /** Everything marked before this call is committed, or rolled back, when it returns. The lock is given back at once. */
    private void awaitTransactionsUnderWay(String projection) {
        jdbc.query("SELECT pg_advisory_xact_lock_shared(?, hashtext(?))", row -> {}, LOCKS, projection);
    }

    private static void afterTransaction(Runnable task) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    task.run();
                }
            });
        } else {
            task.run();
        }
    }
}

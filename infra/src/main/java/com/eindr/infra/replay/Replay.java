package com.eindr.infra.replay;

import com.eindr.infra.replay.ReplayFeed.Batch;
import com.eindr.shared.query.Projection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills copies of one projection's tables from the whole log, with the projection's own handlers, and puts them in the
 * place of the live tables.
 *
 * <p>The live projection goes on meanwhile. The copies never go beyond its token, and in the transaction that exchanges
 * the tables, which keeps the live projection away, they are brought exactly to it: the live projection continues on the
 * new tables with the event that it would have handled next.
 */
final class Replay {
    /** Most positions handled while the live tables are locked. */
    private static final long LAST_STRETCH = 2_000;

    private final Projection projection;
    private final AnnotationEventHandlerAdapter handlers;
    private final EventStore log;
    private final JdbcOperations database;
    private final TransactionOperations transactions;
    private final ReplayRecords records;
    private final ShadowTables tables;
    private volatile boolean cancelled;
    private long position;

    Replay(
            Projection projection,
            AnnotationEventHandlerAdapter handlers,
            EventStore log,
            JdbcOperations database,
            TransactionOperations transactions,
            ReplayRecords records) {
        this.projection = projection;
        this.handlers = handlers;
        this.log = log;
        this.database = database;
        this.transactions = transactions;
        this.records = records;
        this.tables = new ShadowTables(database, projection.name(), projection.tables());
    }

    /** Makes {@link #run()} end at the next batch. */
    void cancel() {
        cancelled = true;
    }

    /** @throws CancellationException if it was cancelled; the live tables are as they were, as after any failure */
    void run() {
        try (ReplayFeed feed = new ReplayFeed(log, handlers)) {
            transactions.executeWithoutResult(status -> tables.create());
            catchUp(feed);
            tables.index();
            do {
                catchUp(feed);
            } while (!exchange(feed));
            projection.replaced();
        } catch (RuntimeException | Error e) {
            tables.drop();
            throw e;
        }
    }

    private void catchUp(ReplayFeed feed) {
        CompletableFuture<Batch> ahead = feed.ahead(liveToken());
        while (true) {
            Batch batch = ahead.join();
            if (batch.isEmpty()) {
                return;
            }
            if (cancelled) {
                throw new CancellationException("the node is stopping");
            }
            long live = liveToken();
            // Reading and deserialising goes on while this batch is written.
            ahead = feed.ahead(live);
            transactions.executeWithoutResult(status -> {
                // What can be built again need not wait for the disk; the exchange does.
                database.execute("SET LOCAL synchronous_commit TO off");
                apply(batch);
                records.advance(projection.name(), batch.last(), live);
            });
            position = batch.last();
        }
    }

    /** @return whether the stretch to the live token was short enough to be done under the lock */
    private boolean exchange(ReplayFeed feed) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            database.execute("SET LOCAL lock_timeout TO '10s'");
            tables.lockLive();
            long live = liveToken();
            if (live - position > LAST_STRETCH) {
                status.setRollbackOnly();
                return false;
            }
            for (Batch batch = feed.next(live); !batch.isEmpty(); batch = feed.next(live)) {
                apply(batch);
            }
            database.execute("SET LOCAL search_path TO public");
            tables.exchange();
            // What the live projection could not handle, the new tables contain.
            database.update("DELETE FROM dead_letter_entry WHERE processing_group = ?", projection.name());
            records.advance(projection.name(), live, live);
            return true;
        }));
    }

    private void apply(Batch batch) {
        if (batch.messages().isEmpty()) {
            return;
        }
        tables.enter();
        BatchingUnitOfWork<TrackedEventMessage<?>> work = new BatchingUnitOfWork<>(batch.messages());
        work.resources().put(Projection.REBUILDING, true);
        ResultMessage<Object> result = work.executeWithResult(
                () -> handlers.handle(work.getMessage()), RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw new IllegalStateException(
                    "an event could not be handled between positions " + position + " and " + batch.last(),
                    result.exceptionResult());
        }
    }

    /** The live projection's token; nothing where it has none yet. */
    private long liveToken() {
        Long token = database.query(
                "SELECT (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint FROM token_entry"
                        + " WHERE processor_name = ?",
                row -> row.next() ? row.getLong(1) : 0L,
                projection.name());
        return token == null ? 0 : token;
    }
}

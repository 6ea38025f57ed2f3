package com.eindr.infra.replay;

import com.eindr.infra.replay.ReplayProgress.State;
import com.eindr.shared.Refusal;
import com.eindr.shared.query.Projection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts replays, one per projection at a time among all nodes, and tells how they go. */
@Component
class Replays implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final Map<String, Projection> projections;
    private final EventStore log;
    private final DataSource dataSource;
    private final JdbcOperations database;
    private final TransactionTemplate transactions;
    private final ReplayRecords records;
    private final ParameterResolverFactory parameters;
    private final HandlerDefinition handlers;
    private final Map<Replay, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean open;

    Replays(
            List<Projection> projections,
            EventStore log,
            DataSource dataSource,
            JdbcOperations database,
            PlatformTransactionManager transactions,
            ReplayRecords records,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.log = log;
        this.dataSource = dataSource;
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.records = records;
        this.parameters = parameters;
        this.handlers = handlers;
    }

    /**
     * Starts a replay and returns at once.
     *
     * @throws Refusal if there is no such projection, or it is being replayed already
     */
    ReplayProgress begin(String name) {
        Projection projection = projection(name);
        Replay replay = new Replay(
                projection,
                new AnnotationEventHandlerAdapter(projection, parameters, handlers),
                log,
                database,
                transactions,
                records);
        ReplayClaim claim = ReplayClaim.take(dataSource, name)
                .orElseThrow(() -> Refusal.of(ReplayRefusal.REPLAY_RUNNING, name + " is being replayed"));
        records.begin(name, log.createHeadToken().position().orElse(0));
        running.put(replay, Thread.ofPlatform().name("replay-" + name).start(() -> run(name, replay, claim)));
        return progress(name);
    }

    /** @throws Refusal if there is no such projection, or it was never replayed */
    ReplayProgress progress(String name) {
        projection(name);
        return last(name).orElseThrow(() -> Refusal.of(ReplayRefusal.REPLAY_NOT_FOUND, name + " was never replayed"));
    }

    /** How the last replay of a projection goes, or went; empty if there was none. */
    Optional<ReplayProgress> last(String name) {
        return records.find(name)
                .map(last -> last.state() == State.RUNNING && abandoned(name) ? last.as(State.INTERRUPTED) : last);
    }

    private boolean abandoned(String name) {
        Optional<ReplayClaim> claim = ReplayClaim.take(dataSource, name);
        claim.ifPresent(ReplayClaim::close);
        return claim.isPresent();
    }

    private Projection projection(String name) {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw Refusal.of(ReplayRefusal.PROJECTION_NOT_FOUND, "no projection is called " + name);
        }
        return projection;
    }

    private void run(String name, Replay replay, ReplayClaim claim) {
        try (claim) {
            replay.run();
            records.end(name, State.DONE, null);
            LOG.info("The projection {} was replayed", name);
        } catch (CancellationException e) {
            records.end(name, State.INTERRUPTED, null);
        } catch (RuntimeException e) {
            LOG.error("The replay of the projection {} failed; its tables are as they were", name, e);
            records.end(name, State.FAILED, cause(e));
        } finally {
            running.remove(replay);
        }
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        running.forEach((replay, thread) -> {
            replay.cancel();
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}

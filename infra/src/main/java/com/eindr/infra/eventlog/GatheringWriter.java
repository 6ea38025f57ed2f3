package com.eindr.infra.eventlog;

import com.eindr.shared.web.StoreUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that appends. While one commit is on its way to the disk, the appends of other commands
 * gather in a queue, and all of them go with the next commit (group commit; DeWitt et al., SIGMOD 1984).
 *
 * <p>An append is acknowledged after the commit and never before. Where a unique index refuses a statement, it is cut
 * in halves until the one append that lost stands alone. Where the connection breaks, nobody knows whether the commit
 * happened: the events are looked up by their ids before anything is written again.
 */
final class GatheringWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatheringWriter.class);
    private static final int MOST_WAITING = 20_000;
    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final WriterConnection connection;
    private final EventLogProperties limits;
    private final Consumer<List<Committed>> onCommit;
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closing;
    private long pauseMillis;
    private @Nullable SQLException lastFailure;

    /** An append that is durable; {@code base} is the position before its first event. */
    record Committed(Append append, long base) {}

    /** @param onCommit told of every commit, on the writer's thread, before those who wait for it */
    GatheringWriter(WriterConnection connection, EventLogProperties limits, Consumer<List<Committed>> onCommit) {
        this.connection = connection;
        this.limits = limits;
        this.onCommit = onCommit;
        this.thread = Thread.ofPlatform().name("event-log-writer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** @throws StoreUnavailable if too many appends wait already, or the node is stopping */
    void submit(Append append) {
        if (closing || !queue.offer(append)) {
            throw new StoreUnavailable("the event log takes no more appends now", null);
        }
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(limits.appendTimeout().plus(Duration.ofSeconds(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(append -> append.refuse(new StoreUnavailable("the node is stopping", null)));
    }

    private void run() {
        Deque<Append> waiting = new ArrayDeque<>();
        try {
            while (!(closing && waiting.isEmpty() && queue.isEmpty())) {
                gather(waiting);
                if (!waiting.isEmpty()) {
                    List<Append> again = write(take(waiting));
                    again.reversed().forEach(waiting::addFirst);
                    pauseUnless(again.isEmpty());
                }
            }
        } catch (InterruptedException e) {
            LOG.info("The event log's writer was interrupted and stops");
        } finally {
            waiting.forEach(append -> append.refuse(unavailable("the node is stopping")));
            connection.close();
        }
    }

    private void gather(Collection<Append> waiting) throws InterruptedException {
        if (waiting.isEmpty()) {
            Append first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first == null) {
                return;
            }
            waiting.add(first);
        }
        queue.drainTo(waiting, limits.batchEvents());
        waiting.removeIf(append -> {
            boolean expired = append.expired();
            if (expired) {
                append.refuse(unavailable("the event log did not answer in time"));
            }
            return expired;
        });
    }

    private List<Append> take(Deque<Append> waiting) {
        List<Append> batch = new ArrayList<>();
        int events = 0;
        int bytes = 0;
        while (!waiting.isEmpty() && events < limits.batchEvents() && bytes < limits.batchBytes()) {
            Append next = waiting.removeFirst();
            events += next.rows().size();
            bytes += next.bytes();
            batch.add(next);
        }
        return batch;
    }

    /** Writes these appends and answers those that are decided; returns the others, to be tried again. */
    private List<Append> write(List<Append> batch) {
        try {
            List<Append> open = batch.stream().anyMatch(Append::uncertain) ? withoutDone(batch) : batch;
            return open.isEmpty() ? List.of() : append(open);
        } catch (SQLException e) {
            return undecided(batch, e);
        }
    }

    private List<Append> append(List<Append> batch) throws SQLException {
        try {
            long base = AppendStatement.execute(connection.get(), batch);
            List<Committed> committed = new ArrayList<>(batch.size());
            for (Append append : batch) {
                committed.add(new Committed(append, base));
                base += append.rows().size();
            }
            acknowledge(committed);
            return List.of();
        } catch (SQLException e) {
            SqlFailure failure = connection.lostBy(e) ? SqlFailure.LOST : SqlFailure.of(e);
            return switch (failure) {
                case CONFLICT, FINAL -> batch.size() == 1 ? settle(batch.getFirst(), e) : inHalves(batch);
                case LOST, PASSING -> undecided(batch, e);
            };
        }
    }

    private List<Append> inHalves(List<Append> batch) {
        int middle = batch.size() / 2;
        List<Append> again = new ArrayList<>(write(batch.subList(0, middle)));
        again.addAll(write(batch.subList(middle, batch.size())));
        return again;
    }

    private List<Append> undecided(List<Append> batch, SQLException e) {
        lastFailure = e;
        if (connection.lostBy(e)) {
            batch.forEach(Append::becomeUncertain);
            connection.close();
        }
        LOG.warn("{} appends are not decided and will be tried again: {}", batch.size(), e.getMessage());
        return batch;
    }

    /** One append alone was refused. After a lost connection the one who was first may have been itself. */
    private List<Append> settle(Append append, SQLException e) throws SQLException {
        if (append.uncertain() && withoutDone(List.of(append)).isEmpty()) {
            return List.of();
        }
        append.refuse(refusal(append, e));
        return List.of();
    }

    private static RuntimeException refusal(Append append, SQLException e) {
        EventRow first = append.rows().getFirst();
        if (SqlFailure.of(e) != SqlFailure.CONFLICT) {
            return new EventStoreException("an event of [" + first.aggregateId() + "] cannot be stored", e);
        }
        if (String.valueOf(e.getMessage()).contains("idempotency_key_of_caller")) {
            return new KeyTaken(e);
        }
        EventRow taken = append.rows().stream()
                .filter(row -> isNamed(row, e))
                .findFirst()
                .orElse(first);
        boolean ofTarget = taken.aggregateId().equals(append.last().aggregateId());
        return taken.sequenceNumber() == 0 && ofTarget
                ? new AggregateStreamCreationException("[" + taken.aggregateId() + "] exists already", e)
                : new ConcurrencyException("[" + taken.aggregateId() + "] was changed by somebody else meanwhile", e);
    }

    /**
     * Whether PostgreSQL's refusal names this place as the one that is taken. Where a command writes to another aggregate
     * besides its own, whose events come last, a race lost there is worth another try.
     */
    private static boolean isNamed(EventRow row, SQLException e) {
        return String.valueOf(e.getMessage()).contains("(" + row.aggregateId() + ", " + row.sequenceNumber() + ")");
    }

    /** Acknowledges those of the batch that a lost connection had committed after all; returns the rest. */
    private List<Append> withoutDone(List<Append> batch) throws SQLException {
        List<UUID> ids =
                batch.stream().map(append -> append.rows().getFirst().eventId()).toList();
        Map<UUID, Long> positions = AppendStatement.find(connection.get(), ids);
        List<Committed> done = new ArrayList<>();
        List<Append> open = new ArrayList<>();
        for (Append append : batch) {
            Long position = positions.get(append.rows().getFirst().eventId());
            if (position == null) {
                open.add(append);
            } else {
                done.add(new Committed(append, position - 1));
            }
        }
        acknowledge(done);
        return open;
    }

    private void acknowledge(List<Committed> committed) {
        if (!committed.isEmpty()) {
            onCommit.accept(committed);
            committed.forEach(done -> done.append().acknowledge(done.base()));
        }
    }

    private StoreUnavailable unavailable(String message) {
        return new StoreUnavailable(message, lastFailure);
    }

    private void pauseUnless(boolean allDecided) throws InterruptedException {
        if (allDecided) {
            pauseMillis = 0;
            lastFailure = null;
        } else {
            pauseMillis = Math.clamp(pauseMillis * 2, SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
            Thread.sleep(pauseMillis);
        }
    }
}

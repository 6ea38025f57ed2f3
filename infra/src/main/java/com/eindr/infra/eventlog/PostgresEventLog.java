package com.eindr.infra.eventlog;

import com.eindr.infra.eventlog.GatheringWriter.Committed;
import com.eindr.infra.eventlog.LogReader.LogEntry;
import com.eindr.infra.eventlog.RecentEvents.Entry;
import com.eindr.shared.web.StoreUnavailable;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The event log on PostgreSQL (docs/decisions/0001).
 *
 * <p>An append commits by itself, through the {@link GatheringWriter}, even when the calling thread is in a
 * transaction, as an event processor is whose saga sends a command. Should that transaction roll back, the processor
 * handles its event again and sends the command again; aggregates ignore what they have done before. The alternative,
 * appending inside the processor's transaction, would hold the log's head row, and with it every other command, for as
 * long as that transaction lasts.
 *
 * <p>Of an aggregate with a long life, as a reminder may have, the {@link SnapshotTable} keeps where it has come to.
 */
public final class PostgresEventLog implements EventStorageEngine, LogPosition, AutoCloseable {
    private static final int SCAN = 500;
    private static final Duration CONFIRMED_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE_BEYOND_TIMEOUT = Duration.ofMillis(500);

    private final LogReader reader;
    private final SnapshotTable snapshots;
    private final GatheringWriter writer;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final EventLogProperties properties;
    private final LogHead head;
    private final RecentEvents recent;
    private final HeadPoll poll;
    private final Timer appendTime;
    private final DistributionSummary batchSize;

    PostgresEventLog(
            WriterConnection connection,
            LogReader reader,
            SnapshotTable snapshots,
            Serializer serializer,
            EventUpcaster upcasters,
            EventLogProperties properties,
            MeterRegistry meters) {
        this.reader = reader;
        this.snapshots = snapshots;
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.properties = properties;
        this.head = new LogHead(properties.announceWithin());
        this.recent = new RecentEvents(properties.recentEvents());
        this.writer = new GatheringWriter(connection, properties, this::committed);
        this.poll = new HeadPoll(reader, head, properties.pollInterval());
        this.appendTime = Timer.builder("eindr.eventlog.append")
                .description("From handing events to the log until they are durable")
                .publishPercentileHistogram()
                .register(meters);
        this.batchSize = DistributionSummary.builder("eindr.eventlog.batch")
                .description("Events in one commit")
                .register(meters);
        head.start();
        writer.start();
        poll.start();
    }

    /**
     * Appends all of the events or none, and returns when they are durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if somebody else appended to the aggregate
     * @throws org.axonframework.modelling.command.AggregateStreamCreationException if the aggregate exists already
     * @throws KeyTaken if the present write's idempotency key was used before
     * @throws StoreUnavailable if PostgreSQL did not answer in time; the events may or may not be in the log
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> messages = events.stream()
                .<DomainEventMessage<?>>map(PostgresEventLog::inStream)
                .toList();
        CurrentWrite.endOfRehearsal(messages);
        List<EventRow> rows =
                messages.stream().map(event -> EventRow.of(event, serializer)).toList();
        CurrentWrite write = CurrentWrite.get();
        long start = System.nanoTime();
        Append append = new Append(
                messages,
                rows,
                write == null ? null : write.key(),
                start + properties.appendTimeout().toNanos());
        writer.submit(append);
        long base = await(append);
        appendTime.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (write != null) {
            write.appended(CurrentWrite.Appended.of(messages.getLast(), base + rows.size()));
        }
    }

    /** An event of no aggregate becomes a stream of its own. */
    private static DomainEventMessage<?> inStream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(null, event.getIdentifier(), 0L, event, event::getTimestamp);
    }

    private long await(Append append) {
        try {
            return append.base()
                    .get(
                            properties
                                    .appendTimeout()
                                    .plus(PATIENCE_BEYOND_TIMEOUT)
                                    .toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new StoreUnavailable("the event log did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while events were appended", e);
        }
    }

    /** Makes what was committed known to the readers of this node, on the writer's thread. */
    private void committed(List<Committed> appends) {
        long last = 0;
        int events = 0;
        for (Committed commit : appends) {
            List<DomainEventMessage<?>> messages = commit.append().events();
            for (int i = 0; i < messages.size(); i++) {
                long position = commit.base() + 1 + i;
                Instant stored = commit.append().rows().get(i).timestamp();
                recent.put(new Entry(position, List.of(tracked(position, messages.get(i), stored))));
            }
            events += messages.size();
            last = Math.max(last, commit.base() + messages.size());
        }
        batchSize.record(events);
        head.advanceTo(last);
    }

    private static <T> TrackedEventMessage<T> tracked(long position, DomainEventMessage<T> event, Instant stored) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event,
                () -> stored);
    }

    /** What stands behind a position, at most {@code limit} positions of it; empty at the head. */
    List<Entry> entriesAfter(long position, int limit) {
        List<Entry> entries = new ArrayList<>();
        long last = Math.min(head.position(), position + limit);
        for (long next = position + 1; next <= last; next++) {
            Entry entry = recent.get(next);
            if (entry == null) {
                break;
            }
            entries.add(entry);
        }
        return entries.isEmpty() && position < head.position() ? readAfter(position, limit) : entries;
    }

    private List<Entry> readAfter(long position, int limit) {
        List<LogEntry> read = reader.after(position, limit);
        List<Entry> entries = read.stream().map(reader::entry).toList();
        long worthKeeping = head.position() - recent.size();
        entries.stream().filter(entry -> entry.position() > worthKeeping).forEach(recent::put);
        return entries;
    }

    LogHead head() {
        return head;
    }

    @Override
    public boolean confirmed() {
        return poll.answeredWithin(CONFIRMED_FOR);
    }

    @Override
    public long known() {
        return head.position();
    }

    /** The position of the last event, read from the database. */
    public long position() {
        return reader.head();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        reader.after(positionOf(token), SCAN),
                        entries -> !entries.isEmpty(),
                        entries -> reader.after(entries.getLast().position(), SCAN))
                .flatMap(List::stream)
                .flatMap(entry -> reader.messages(entry).stream());
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                reader.stream(aggregateIdentifier, firstSequenceNumber).stream(), serializer, upcasters);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = reader.lastSequenceNumber(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.positionBefore(dateTime));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots.read(aggregateIdentifier);
    }

    /** Writes what waits and lets the readers go. */
    @Override
    public void close() {
        poll.close();
        writer.close();
        head.close();
    }
}

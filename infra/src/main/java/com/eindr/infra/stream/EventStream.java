package com.eindr.infra.stream;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.stream.PresentEvents.Present;
import com.eindr.shared.web.StoreUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's way through the log, on the thread of its request. It reads some events, writes them, and reads on only when
 * they are written: whoever reads slowly is read for slowly, and nobody else notices.
 */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** Within which something is sent, so that neither side takes the other for dead. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** After so many events of which none was asked for, the consumer is told how far the stream has come. */
    static final long CHECKPOINT_AFTER = 10_000;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Order order;
    private final Log log;
    private final PresentEvents present;
    private final Transcript transcript;
    private final InstantSource clock;
    private final OutputStream out;
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private long position;
    private long told;
    private boolean first = true;
    private Instant writtenAt;
    private volatile boolean ending;

    /**
     * What the consumer wants.
     *
     * @param after the position of the last event they have
     * @param types null for all
     * @param follow whether to go on at the end of the log
     * @param until when the stream ends in any case, by the clock of the world
     */
    record Order(long after, @Nullable Set<String> types, Framing framing, boolean follow, Instant until) {}

    /** Where events come from. */
    interface Log {
        int AT_ONCE = 500;

        /** The events behind a position; fewer than {@link #AT_ONCE} only at the end of the log. */
        List<StoredEvent> after(long position) throws InterruptedException;

        /** Whether there is something behind a position, as far as this node knows. */
        boolean reachesBeyond(long position);
    }

    EventStream(
            Order order, Log log, PresentEvents present, Transcript transcript, InstantSource clock, OutputStream out) {
        this.order = order;
        this.log = log;
        this.present = present;
        this.transcript = transcript;
        this.clock = clock;
        this.out = out;
        this.position = order.after();
        this.told = order.after();
        this.writtenAt = clock.instant();
    }

    /** Lets the stream end soon. */
    void end() {
        ending = true;
    }

    /** @throws IOException if the consumer is gone, or has not read for too long */
    void run() throws IOException {
        batch.writeBytes(order.framing().beginning());
        write();
        try {
            follow();
        } catch (StoreUnavailable e) {
            // No caught-up stands at the end, so the consumer knows that this is not all.
            LOG.warn("A stream of events ended at position {}: {}", position, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        batch.writeBytes(order.framing().end());
        write();
    }

    private void follow() throws IOException, InterruptedException {
        boolean caughtUp = false;
        while (!isOver()) {
            int read = read();
            if (read == Log.AT_ONCE) {
                caughtUp = false;
            } else if (!caughtUp) {
                signal(Transcript.CAUGHT_UP);
                caughtUp = true;
            }
            write();
            if (caughtUp) {
                if (!order.follow()) {
                    return;
                }
                awaitNews();
            }
        }
    }

    private int read() throws InterruptedException {
        List<StoredEvent> events = log.after(position);
        for (StoredEvent event : events) {
            position = event.position();
            for (Present now : present.of(event)) {
                if (order.types() == null || order.types().contains(now.kind().type())) {
                    put(transcript.event(event, now), now.kind().type());
                }
            }
        }
        if (position - told >= CHECKPOINT_AFTER) {
            signal(Transcript.CHECKPOINT);
        }
        return events.size();
    }

    private void awaitNews() throws IOException, InterruptedException {
        while (!isOver() && !log.reachesBeyond(position)) {
            if (!clock.instant().isBefore(writtenAt.plus(HEARTBEAT))) {
                signal(Transcript.CHECKPOINT);
                write();
            }
            Thread.sleep(LOOK_AGAIN);
        }
        // What follows may not be asked for, for a long time.
        if (!clock.instant().isBefore(writtenAt.plus(HEARTBEAT))) {
            signal(Transcript.CHECKPOINT);
        }
    }

    private boolean isOver() {
        return ending || !InstantSource.system().instant().isBefore(order.until());
    }

    private void signal(String type) {
        put(transcript.signal(type, position, clock.instant()), type);
    }

    private void put(byte[] item, String type) {
        order.framing().put(item, type, position, first, batch);
        first = false;
        told = position;
    }

    private void write() throws IOException {
        if (batch.size() > 0) {
            batch.writeTo(out);
            out.flush();
            batch.reset();
            writtenAt = clock.instant();
        }
    }
}

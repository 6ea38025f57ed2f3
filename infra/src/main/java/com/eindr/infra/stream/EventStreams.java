package com.eindr.infra.stream;

import com.eindr.infra.eventlog.LogPosition;
import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.eventlog.StoredEvents;
import com.eindr.infra.stream.EventStream.Order;
import com.eindr.shared.UserId;
import com.eindr.shared.web.TooManyRequests;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The analysts' streams that are open on this node. */
@Component
class EventStreams implements EventStream.Log {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    /** The log is read for a few streams at a time, whatever they are, so that everybody else gets at the database. */
    private static final int MOST_READING = 4;

    private final StoredEvents events;
    private final LogPosition head;
    private final PresentEvents present;
    private final Clock clock;
    private final int mostPerConsumer;
    private final Semaphore room;
    private final Semaphore reading = new Semaphore(MOST_READING, true);
    private final ConcurrentHashMap<UserId, Integer> open = new ConcurrentHashMap<>();
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    EventStreams(
            StoredEvents events,
            LogPosition head,
            PresentEvents present,
            Clock clock,
            @Value("${eindr.stream.max-streams:64}") int most,
            @Value("${eindr.stream.max-streams-per-consumer:8}") int mostPerConsumer) {
        this.events = events;
        this.head = head;
        this.present = present;
        this.clock = clock;
        this.mostPerConsumer = mostPerConsumer;
        this.room = new Semaphore(most);
    }

    /** The position behind which there is nothing yet. */
    long horizon() {
        return events.last();
    }

    /**
     * A place for one more stream, to be given back by closing it.
     *
     * @throws TooManyRequests if there is none
     */
    Place enter(UserId consumer) {
        if (!room.tryAcquire()) {
            throw new TooManyRequests("There are as many streams open as this node takes.", RETRY);
        }
        try {
            open.compute(consumer, (who, before) -> {
                int now = before == null ? 1 : before + 1;
                if (now > mostPerConsumer) {
                    throw new TooManyRequests("There may be " + mostPerConsumer + " streams at a time.", RETRY);
                }
                return now;
            });
        } catch (TooManyRequests e) {
            room.release();
            throw e;
        }
        return () -> {
            open.computeIfPresent(consumer, (who, before) -> before == 1 ? null : before - 1);
            room.release();
        };
    }

    /** Gives back what {@link #enter} gave. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Writes a stream on the calling thread, and returns when it has ended, whoever ended it. */
    void run(Order order, Pseudonyms pseudonyms, OutputStream out) {
        EventStream stream = new EventStream(order, this, present, new Transcript(pseudonyms), clock, out);
        streams.add(stream);
        try {
            stream.run();
        } catch (IOException e) {
            LOG.debug("A stream of events ended with its consumer: {}", e.toString());
        } finally {
            streams.remove(stream);
        }
    }

    @Override
    public List<StoredEvent> after(long position) throws InterruptedException {
        reading.acquire();
        try {
            return events.after(position, AT_ONCE);
        } finally {
            reading.release();
        }
    }

    @Override
    public boolean reachesBeyond(long position) {
        return head.known() > position;
    }

    /** Streams never end by themselves in time; without this, every shutdown would wait for them. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        streams.forEach(EventStream::end);
    }
}

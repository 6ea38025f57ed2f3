package com.eindr.infra.audit;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.eventlog.StoredEvents;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The events behind one position up to another, read as they are asked for. */
final class StoredRange implements Iterator<StoredEvent> {
    private static final int AT_ONCE = 500;

    private final StoredEvents log;
    private final long end;
    private long position;
    private Iterator<StoredEvent> read = Collections.emptyIterator();

    StoredRange(StoredEvents log, long after, long end) {
        this.log = log;
        this.position = after;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        if (!read.hasNext() && position < end) {
            List<StoredEvent> next = log.after(position, (int) Math.min(AT_ONCE, end - position));
            position = next.isEmpty() ? end : next.getLast().position();
            read = next.stream().filter(event -> event.position() <= end).iterator();
        }
        return read.hasNext();
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return read.next();
    }
}

package com.eindr.infra.eventlog;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The latest events, by position, so that an event that was appended or read a moment ago is neither read nor
 * deserialised again by each of a dozen readers. Positions are dense: a ring needs no search.
 */
final class RecentEvents {
    private final AtomicReferenceArray<@Nullable Entry> ring;

    RecentEvents(int size) {
        ring = new AtomicReferenceArray<>(size);
    }

    /** @param messages what stands at the position; an upcaster may have made none or several of it */
    record Entry(long position, List<TrackedEventMessage<?>> messages) {}

    void put(Entry entry) {
        int slot = slot(entry.position());
        Entry present = ring.get(slot);
        if (present == null || present.position() <= entry.position()) {
            ring.set(slot, entry);
        }
    }

    @Nullable
    Entry get(long position) {
        Entry entry = ring.get(slot(position));
        return entry != null && entry.position() == position ? entry : null;
    }

    int size() {
        return ring.length();
    }

    private int slot(long position) {
        return (int) (position % ring.length());
    }
}

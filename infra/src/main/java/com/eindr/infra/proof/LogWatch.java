package com.eindr.infra.proof;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.eventlog.StoredEvents;
import java.util.Arrays;
import java.util.List;

/**
 * Holds what is stored against the tree: each time the newest events and a stretch of the others, so that in time it has
 * been over all of them and begins anew. At an event that does not fit it stays.
 */
final class LogWatch {
    private static final int NEWEST = 256;
    private static final int AT_ONCE = 1024;

    private final StoredEvents log;
    private final LogTree tree;
    private long seen;

    LogWatch(StoredEvents log, LogTree tree) {
        this.log = log;
        this.tree = tree;
    }

    /**
     * @param most how many events besides the newest
     * @throws LogBroken if something does not fit, naming the first position of the stretch that does not
     */
    void look(int most) {
        long size = tree.size();
        long last = log.last();
        if (last < size) {
            throw new LogBroken("the log ends at position " + last + ", and it had " + size
                    + " events: the event at position " + (last + 1) + " is missing");
        }
        tree.requireSameBeginning();
        compare(Math.max(0, size - NEWEST), size);
        seen = seen >= size ? 0 : seen;
        long end = Math.min(size, seen + most);
        while (seen < end) {
            long next = Math.min(end, seen + AT_ONCE);
            compare(seen, next);
            seen = next;
        }
    }

    private void compare(long from, long to) {
        int count = (int) (to - from);
        List<byte[]> leaves = tree.tiles().leaves(from, count);
        List<StoredEvent> events = log.after(from, count);
        MerkleHash hash = new MerkleHash();
        for (int i = 0; i < count; i++) {
            long position = from + i + 1;
            if (i >= leaves.size()) {
                throw new LogBroken("the tree lacks the hash of the event at position " + position);
            }
            if (i >= events.size() || events.get(i).position() != position) {
                throw new LogBroken("the event at position " + position + " is missing");
            }
            if (!Arrays.equals(EventLeaf.hash(events.get(i), hash), leaves.get(i))) {
                throw new LogBroken("the event at position " + position + " is not what it was");
            }
        }
    }
}

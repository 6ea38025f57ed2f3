import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hashes that an export carries, each trusted only if one that was read before it says so: the rows at the right edge
 * by a signed root, every other row by the hash of it in the row above. Keeps a row or two a level.
 */
final class Trust {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 8;
    private static final int LEVELS = 7;

    private final Map<Integer, Row> edge = new HashMap<>();
    private final Map<Integer, Row> coming = new HashMap<>();
    private final Map<Integer, Row> full = new HashMap<>();
    private long size;
    private boolean rooted;
    private Range open;

    private record Row(long index, List<byte[]> hashes, boolean trusted) {}

    /** A hash of an event as the export claims it. */
    record Claim(byte[] hash, boolean trusted) {}

    /** Events, counted from 1, whose common hash is known while those of each of them are not. */
    static final class Range {
        final long first;
        final long last;
        private final byte[] root;
        private final Sha.Tree tree = new Sha.Tree();

        private Range(long first, long last, byte[] root) {
            this.first = first;
            this.last = last;
            this.root = root;
        }
    }

    /** A row of the export; those before the first event are the edge. */
    void add(int level, long index, String hashes, boolean beforeEvents) {
        byte[] bytes = Base64.getDecoder().decode(hashes);
        if (level < 0
                || level > LEVELS
                || bytes.length == 0
                || bytes.length % Sha.LENGTH != 0
                || bytes.length > WIDTH * Sha.LENGTH) {
            throw new IllegalArgumentException("not a row of hashes");
        }
        List<byte[]> row = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += Sha.LENGTH) {
            row.add(Arrays.copyOfRange(bytes, from, from + Sha.LENGTH));
        }
        boolean ofEdge = beforeEvents && row.size() < WIDTH && !edge.containsKey(level);
        (ofEdge ? edge : coming).put(level, new Row(index, row, false));
    }

    /** Makes the edge trusted, if it is that of the tree with this size and root. */
    void root(long treeSize, byte[] root) {
        Sha.Tree tree = new Sha.Tree();
        for (int level = LEVELS; level >= 0; level--) {
            Row row = edge.get(level);
            if (row != null) {
                if (row.index() != (treeSize >> (HEIGHT * level)) / WIDTH) {
                    return;
                }
                tree.addAll(HEIGHT * level, row.hashes());
            }
        }
        if (tree.size() == treeSize && Arrays.equals(tree.root(), root)) {
            size = treeSize;
            rooted = true;
        }
    }

    boolean isRooted() {
        return rooted;
    }

    /** To be called before each event, counted from 0. */
    void enter(long event) {
        for (int level = LEVELS - 1; level >= 0; level--) {
            long events = 1L << (HEIGHT * (level + 1));
            if (event % events == 0) {
                enter(level, event / events, event, events);
            }
        }
    }

    private void enter(int level, long index, long event, long events) {
        Row row = coming.remove(level);
        boolean present = row != null && row.index() == index && row.hashes().size() == WIDTH;
        byte[] known = rooted && event + events <= size ? trusted(level + 1, index) : null;
        boolean fits = present && known != null && Arrays.equals(rootOf(row.hashes()), known);
        if (present) {
            full.put(level, new Row(index, row.hashes(), fits));
        } else {
            full.remove(level);
        }
        if (known != null && !fits) {
            open = new Range(event + 1, event + events, known);
        }
    }

    /** What the export says of an event, counted from 0; null where it says nothing. */
    Claim claim(long event) {
        Row row = row(0, event);
        if (row == null) {
            return null;
        }
        return new Claim(row.hashes().get((int) (event % WIDTH)), row.trusted() || (rooted && row == edge.get(0)));
    }

    /** The events of the same row whose hashes are known: from this one to before the returned one. */
    long endOfRow(long event) {
        Row row = row(0, event);
        return row == null ? event : row.index() * WIDTH + row.hashes().size();
    }

    /** To be called after each event; returns the range that it ends, if the range's events are not what they were. */
    Range leave(long event, byte[] hash) {
        Range range = open;
        if (range == null) {
            return null;
        }
        range.tree.add(hash);
        if (event + 1 < range.last) {
            return null;
        }
        open = null;
        return Arrays.equals(range.tree.root(), range.root) ? null : range;
    }

    private byte[] trusted(int level, long index) {
        Row row = row(level, index);
        boolean trusted = row != null && (row.trusted() || row == edge.get(level));
        return trusted ? row.hashes().get((int) (index % WIDTH)) : null;
    }

    private Row row(int level, long index) {
        for (Row row : Arrays.asList(full.get(level), edge.get(level))) {
            if (row != null
                    && row.index() == index / WIDTH
                    && index % WIDTH < row.hashes().size()) {
                return row;
            }
        }
        return null;
    }

    private static byte[] rootOf(List<byte[]> hashes) {
        Sha.Tree tree = new Sha.Tree();
        tree.addAll(0, hashes);
        return tree.root();
    }
}

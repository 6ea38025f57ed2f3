package com.eindr.infra.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tree in the table {@code log_tree_tile}: the hashes of the leaves, and of every eighth level above them, in rows of
 * 256. A row only grows, to the right, until it is full; the database refuses anything else. All other nodes follow from
 * these by a few hundred hashes at most.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>, which cuts trees in the same way
 */
final class HashTiles {
    /** Hashes in a full tile. */
    static final int WIDTH = 256;

    /** Levels of the tree between two levels of tiles. */
    static final int HEIGHT = 8;

    private final JdbcClient database;

    HashTiles(JdbcClient database) {
        this.database = database;
    }

    /** How many leaves the tree has. */
    long size() {
        return database.sql("""
            SELECT index * 256 + octet_length(hashes) / 32 FROM log_tree_tile WHERE level = 0
            ORDER BY index DESC LIMIT 1\
            """).query(Long.class).optional().orElse(0L);
    }

    /** The hashes of a tile as far as it goes; none where there is no such tile. */
    List<byte[]> tile(int level, long index) {
        return database.sql("SELECT hashes FROM log_tree_tile WHERE level = ? AND index = ?")
                .params(level, index)
                .query((row, number) -> cut(row.getBytes(1)))
                .optional()
                .orElse(List.of());
    }

    /** The hashes of the leaves behind the first {@code from}; fewer than {@code count} only at the right edge. */
    List<byte[]> leaves(long from, int count) {
        List<byte[]> leaves = new ArrayList<>(count);
        long at = from;
        while (leaves.size() < count) {
            List<byte[]> tile = tile(0, at / WIDTH);
            int start = (int) (at % WIDTH);
            if (start >= tile.size()) {
                return leaves;
            }
            List<byte[]> more = tile.subList(start, Math.min(tile.size(), start + count - leaves.size()));
            leaves.addAll(more);
            at += more.size();
        }
        return leaves;
    }

    /** Adds leaves at the right edge. To be called in a transaction, by one node at a time. */
    void append(long size, List<byte[]> leaves) {
        append(0, size, leaves, new MerkleHash());
    }

    private void append(int level, long present, List<byte[]> hashes, MerkleHash hash) {
        List<byte[]> above = new ArrayList<>();
        int next = 0;
        long at = present;
        while (next < hashes.size()) {
            long index = at / WIDTH;
            int filled = (int) (at % WIDTH);
            List<byte[]> more = hashes.subList(next, Math.min(hashes.size(), next + WIDTH - filled));
            grow(level, index, more);
            next += more.size();
            at += more.size();
            if (at % WIDTH == 0) {
                above.add(hash.complete(filled == 0 ? more : tile(level, index)));
            }
        }
        if (!above.isEmpty()) {
            append(level + 1, present / WIDTH, above, hash);
        }
    }

    private void grow(int level, long index, List<byte[]> more) {
        byte[] bytes = new byte[more.size() * MerkleHash.LENGTH];
        for (int i = 0; i < more.size(); i++) {
            System.arraycopy(more.get(i), 0, bytes, i * MerkleHash.LENGTH, MerkleHash.LENGTH);
        }
        database.sql("""
            INSERT INTO log_tree_tile AS t (level, index, hashes) VALUES (?, ?, ?)
            ON CONFLICT (level, index) DO UPDATE SET hashes = t.hashes || excluded.hashes\
            """).params(level, index, bytes).update();
    }

    private static List<byte[]> cut(byte[] bytes) {
        List<byte[]> hashes = new ArrayList<>(bytes.length / MerkleHash.LENGTH);
        for (int from = 0; from < bytes.length; from += MerkleHash.LENGTH) {
            hashes.add(Arrays.copyOfRange(bytes, from, from + MerkleHash.LENGTH));
        }
        return hashes;
    }
}

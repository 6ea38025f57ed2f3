package com.eindr.infra.proof;

import com.eindr.infra.proof.Checkpoints.Signed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The tree of one checkpoint as it goes into an export, from the top to the bottom: first the right edge, which hashes to
 * the signed root, then each full tile before the first event below it. So whoever reads the export from its beginning to
 * its end can trust each hash by one read before, and find the first event that does not fit.
 */
public final class ExportedTree {
    private static final int HIGHEST = 7;

    private final HashTiles tiles;
    private final Signed checkpoint;

    ExportedTree(HashTiles tiles, Signed checkpoint) {
        this.tiles = tiles;
        this.checkpoint = checkpoint;
    }

    /**
     * A row of hashes.
     *
     * @param level 0 for those of events; on each level above, one hash stands for 256 times as many events
     * @param index of the row on its level, from 0, each with 256 hashes
     * @param hashes one after the other, in base 64
     */
    public record Tile(int level, long index, String hashes) {}

    /** How many events the tree has. */
    public long size() {
        return checkpoint.size();
    }

    /** The signed note. */
    public String checkpoint() {
        return checkpoint.note();
    }

    /** The rows that are not full, from the highest level down. */
    public List<Tile> edge() {
        List<Tile> edge = new ArrayList<>();
        for (int level = HIGHEST; level >= 0; level--) {
            long hashes = size() >> (HashTiles.HEIGHT * level);
            int width = (int) (hashes % HashTiles.WIDTH);
            if (width > 0) {
                edge.add(tile(level, hashes / HashTiles.WIDTH, width));
            }
        }
        return edge;
    }

    /** The full rows to be read before the event at a position, from the highest level down; mostly none. */
    public List<Tile> before(long position) {
        List<Tile> rows = new ArrayList<>();
        for (int level = HIGHEST - 1; level >= 0; level--) {
            long events = 1L << (HashTiles.HEIGHT * (level + 1));
            long index = (position - 1) / events;
            if ((position - 1) % events == 0 && (index + 1) * events <= size()) {
                rows.add(tile(level, index, HashTiles.WIDTH));
            }
        }
        return rows;
    }

    private Tile tile(int level, long index, int width) {
        List<byte[]> hashes = tiles.tile(level, index);
        byte[] bytes = new byte[width * MerkleHash.LENGTH];
        for (int i = 0; i < width; i++) {
            System.arraycopy(hashes.get(i), 0, bytes, i * MerkleHash.LENGTH, MerkleHash.LENGTH);
        }
        return new Tile(level, index, Base64.getEncoder().encodeToString(bytes));
    }
}

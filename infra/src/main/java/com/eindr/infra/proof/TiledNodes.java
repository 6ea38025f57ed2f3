package com.eindr.infra.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of the tree, from its tiles. Each tile is read once, so an instance is for one proof. */
final class TiledNodes implements MerkleProofs.Nodes {
    private final HashTiles tiles;
    private final MerkleHash hash = new MerkleHash();
    private final Map<Place, List<byte[]>> read = new HashMap<>();

    TiledNodes(HashTiles tiles) {
        this.tiles = tiles;
    }

    private record Place(int level, long index) {}

    /** @throws IllegalStateException if the table of tiles lacks what it once had */
    @Override
    public byte[] node(int level, long index) {
        int row = level / HashTiles.HEIGHT;
        int rest = level % HashTiles.HEIGHT;
        long first = index << rest;
        int from = (int) (first % HashTiles.WIDTH);
        Place place = new Place(row, first / HashTiles.WIDTH);
        List<byte[]> hashes = read.computeIfAbsent(place, p -> tiles.tile(p.level(), p.index()));
        int to = from + (1 << rest);
        if (to > hashes.size()) {
            throw new IllegalStateException("the tree lacks hashes on level " + level + " at " + index);
        }
        return hash.complete(hashes.subList(from, to));
    }
}

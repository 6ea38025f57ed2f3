package com.eindr.infra.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree, from the roots of its complete subtrees. Leaves are counted from 0 here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, 2.1 to 2.1.2</a>
 */
final class MerkleProofs {
    private final Nodes nodes;
    private final MerkleHash hash = new MerkleHash();

    /** The roots of complete subtrees. */
    @FunctionalInterface
    interface Nodes {
        /** The root over the 2^level leaves from {@code index * 2^level} on. */
        byte[] node(int level, long index);
    }

    MerkleProofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree of the first {@code size} leaves. */
    byte[] root(long size) {
        return size == 0 ? hash.ofNothing() : root(0, size);
    }

    /** That the leaf is in the tree: the hashes beside its way up, from the bottom. */
    List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        include(leaf, 0, size, path);
        return path;
    }

    /** That the tree of {@code size} leaves begins with the tree of {@code first}; empty where one of them is all or nothing. */
    List<byte[]> consistency(long first, long size) {
        if (first < 0 || first > size) {
            throw new IllegalArgumentException("no " + first + " leaves in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        if (first > 0 && first < size) {
            extend(first, 0, size, true, path);
        }
        return path;
    }

    private void include(long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = middle(from, to);
        if (leaf < middle) {
            include(leaf, from, middle, path);
            path.add(root(middle, to));
        } else {
            include(leaf, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /** @param whole whether the old tree's root is known to the one who verifies, being what they ask about */
    private void extend(long first, long from, long to, boolean whole, List<byte[]> path) {
        if (first == to) {
            if (!whole) {
                path.add(root(from, to));
            }
            return;
        }
        long middle = middle(from, to);
        if (first <= middle) {
            extend(first, from, middle, whole, path);
            path.add(root(middle, to));
        } else {
            extend(first, middle, to, false, path);
            path.add(root(from, middle));
        }
    }

    private byte[] root(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.node(level, from >> level);
        }
        long middle = middle(from, to);
        return hash.node(root(from, middle), root(middle, to));
    }

    /** Where the left part ends: it has the largest power of two that is smaller than the whole. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}

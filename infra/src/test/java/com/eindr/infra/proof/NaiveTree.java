package com.eindr.infra.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** RFC 6962, 2.1 to 2.1.2, word for word, and the checks of RFC 9162, 2.1.3.2 and 2.1.4.2, which know no tree. */
final class NaiveTree {
    private static final MerkleHash HASH = new MerkleHash();

    private NaiveTree() {}

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return HASH.ofNothing();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return HASH.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if (fn % 2 == 1 || fn == sn) {
                r = HASH.node(p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = HASH.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    static boolean extendsTo(long first, long second, byte[] firstRoot, byte[] secondRoot, List<byte[]> proof) {
        if (first == 0 || first == second) {
            return proof.isEmpty() && (first == 0 || Arrays.equals(firstRoot, secondRoot));
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long fn = first - 1;
        long sn = second - 1;
        while (fn % 2 == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.getFirst();
        byte[] sr = path.getFirst();
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if (fn % 2 == 1 || fn == sn) {
                fr = HASH.node(c, fr);
                sr = HASH.node(c, sr);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = HASH.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }
}
